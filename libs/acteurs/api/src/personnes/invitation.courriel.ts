import { formaterDate, formaterHeure } from '@pleniere/shared/domain';

/** What an invitation says. */
export interface InvitationAEcrire {
  nom: string;
  /** Who invites. */
  auteur: string;
  contrat: string;
  /** Whole address of the link. */
  lien: string;
  expire: string;
  /** True when the account is open already: the link changes its password. */
  ouvert: boolean;
  /** Address of the log-in page when an identity provider is at hand, or null. */
  fournisseur: string | null;
}

/** The e-mail that carries an activation link. */
export function ecrireInvitation(invitation: InvitationAEcrire): { objet: string; texte: string } {
  const { nom, auteur, contrat, lien, expire, ouvert, fournisseur } = invitation;
  const paragraphes = [
    `Bonjour ${nom},`,
    ouvert
      ? `${auteur} vous envoie de quoi changer le mot de passe de votre compte sur l’espace de travail « ${contrat} ».`
      : `${auteur} vous ouvre l’espace de travail « ${contrat} ».`,
    `Choisissez votre mot de passe à cette adresse :\n${lien}`,
    `Le lien sert une seule fois, jusqu’au ${formaterDate(expire)} à ${formaterHeure(expire)}.`,
    ...(fournisseur === null
      ? []
      : [`Vous pouvez aussi entrer sans mot de passe, avec cette même adresse électronique :\n${fournisseur}`]),
    'Si vous n’attendiez pas ce message, ne faites rien : aucun compte ne s’ouvrira sans vous.',
  ];
  return {
    objet: ouvert ? 'Changer votre mot de passe' : 'Votre accès au contrat de ville',
    texte: paragraphes.join('\n\n'),
  };
}
