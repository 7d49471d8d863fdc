import { Injectable } from '@nestjs/common';
import { Ecritures, Invitations, Preuves, type Ressource, type SessionOuverte } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { InvitationEnvoyee, Personne, PersonneSaisie } from '@pleniere/acteurs/domain';
import { Base, Config, Courriels, enConflit, introuvable, refuse } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ecrireInvitation } from './invitation.courriel';
import { PersonneEntity } from './personne.entity';
import { LISTE_PERSONNES, UNE_PERSONNE } from './personnes.sql';

const RESSOURCE: Ressource<PersonneEntity, Personne> = {
  entite: PersonneEntity,
  objet: 'personne',
  quoi: 'Cette personne',
  utilise:
    'Cette personne a un mandat ou un compte, ou une fiche la nomme. Si elle part, donnez plutôt une date de fin à son mandat.',
  contraintes: {
    personne_contrat_id_lower_idx: () => enConflit('Une autre personne a déjà cette adresse électronique.'),
  },
  cle: (contratId, id) => ({ contratId, id }),
  lire: async (tx, contratId, id) => {
    const [ligne] = await tx.query<{ reponse: Personne }[]>(UNE_PERSONNE, [contratId, id]);
    return ligne?.reponse ?? null;
  },
};

/** People of a contrat, and their accounts. */
@Injectable()
export class PersonnesService {
  constructor(
    private readonly base: Base,
    private readonly ecritures: Ecritures,
    private readonly invitations: Invitations,
    private readonly preuves: Preuves,
    private readonly courriels: Courriels,
    private readonly config: Config,
  ) {}

  /** Every person of the contrat with mandats and state of the account, by name. */
  async lister(contratId: string): Promise<Personne[]> {
    const [ligne] = await this.base.lire<{ reponse: Personne[] }>('personnes', LISTE_PERSONNES, [contratId]);
    return ligne?.reponse ?? [];
  }

  creer(acteur: Acteur, saisie: PersonneSaisie): Promise<Personne> {
    return this.base.transaction((tx) => this.ajouter(tx, acteur, saisie));
  }

  /** The same, as part of something larger. */
  ajouter(tx: EntityManager, acteur: Acteur, saisie: PersonneSaisie): Promise<Personne> {
    return this.ecritures.creer(tx, acteur, RESSOURCE, randomUUID(), saisie);
  }

  /** Changes a person; the address of their account follows theirs. */
  async modifier(
    session: SessionOuverte,
    id: string,
    version: number,
    saisie: Partial<PersonneSaisie>,
  ): Promise<Personne> {
    const { acteur } = session;
    if (id === acteur.personneId && saisie.email !== undefined) await this.prouver(session, saisie.email);
    return this.base.transaction(async (tx) => {
      const personne = await this.ecritures.modifier(tx, acteur, RESSOURCE, id, version, saisie);
      if (saisie.email) await this.invitations.changerAdresse(tx, acteur, id, saisie.email);
      if (personne.email === null && personne.compte !== 'aucun') {
        throw enConflit('Cette personne a un compte : fermez-le avant de retirer son adresse.');
      }
      return personne;
    });
  }

  /** Deletes a person that nothing names; one who leaves is given an end of mandat instead. */
  supprimer(acteur: Acteur, id: string, version: number): Promise<void> {
    return this.base.transaction((tx) => this.ecritures.supprimer(tx, acteur, RESSOURCE, id, version));
  }

  /** Opens the account of a person, or renews their link, and sends it to them. */
  inviter(acteur: Acteur, id: string): Promise<InvitationEnvoyee> {
    return this.base.transaction(async (tx) => {
      const { nom, email } = await this.trouver(tx, acteur, id);
      if (email === null) throw refuse('Renseignez d’abord l’adresse électronique de cette personne.');
      const { lien, expire, ouvert } = await this.invitations.inviter(tx, acteur, id, email);
      const { adresse, modeDemo, oidcDecouverte, smtpUrl } = this.config;
      const courriel = ecrireInvitation({
        nom,
        auteur: acteur.nom,
        contrat: await this.titreDuContrat(tx, acteur),
        lien: adresse + lien,
        expire,
        ouvert,
        fournisseur: oidcDecouverte && `${adresse}/connexion`,
      });
      const destinataire = { personneId: id, nom, email };
      await this.courriels.envoyer(tx, {
        contratId: acteur.contratId,
        cle: `invitation/${id}/${expire}`,
        destinataire,
        ...courriel,
      });
      return { lien, expire, envoyee: smtpUrl !== null && !modeDemo };
    });
  }

  /** Closes the account of a person with its sessions. */
  fermerCompte(acteur: Acteur, id: string): Promise<void> {
    if (id === acteur.personneId) throw enConflit('Vous ne pouvez pas fermer votre propre compte.');
    return this.base.transaction(async (tx) => {
      await this.trouver(tx, acteur, id);
      await this.invitations.fermer(tx, acteur, id);
    });
  }

  /** One's own address opens one's account: it changes in the hands of who has just logged in. */
  private async prouver(session: SessionOuverte, adresse: string | null): Promise<void> {
    const { contratId, personneId: id } = session.acteur;
    const soi = await this.base.entites.findOneBy(PersonneEntity, { contratId, id });
    if (soi?.email !== adresse) await this.preuves.exigerRecente(session);
  }

  private async titreDuContrat(tx: EntityManager, { contratId }: Acteur): Promise<string> {
    const [contrat] = await tx.query<{ titre: string }[]>('select titre from contrat where id = $1', [contratId]);
    return contrat?.titre ?? '';
  }

  private async trouver(tx: EntityManager, { contratId }: Acteur, id: string): Promise<PersonneEntity> {
    const personne = await tx.findOneBy(PersonneEntity, { contratId, id });
    if (!personne) throw introuvable(RESSOURCE.quoi);
    return personne;
  }
}
