import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import { Base, ProblemeException, refuse } from '@pleniere/shared/api';
import { Journal } from '../journal/journal';
import { empreinte, type SecretsDeSession } from '../session/secrets';
import { ACTEUR, type CleCompte, Sessions } from '../session/sessions';
import { hacherMotDePasse, verifierHachage } from './hachage';

/** Whose account an activation link opens. */
export interface Titulaire {
  nom: string;
  email: string;
}

/** A session that has just opened, with the person who acts in it. */
export type SessionNouvelle = SecretsDeSession & { acteur: Acteur };

interface Connexion {
  acteur: Acteur;
  motDePasse: string;
}

interface CompteLu extends CleCompte, Titulaire {
  personneId: string;
  motDePasse: string | null;
}

const COMPTE = `
  select c.contrat_id as "contratId", c.id as "compteId", c.personne_id as "personneId", p.nom, c.email,
    c.mot_de_passe as "motDePasse"
  from compte c join personne p on (p.contrat_id, p.id) = (c.contrat_id, c.personne_id)`;
const PAR_ID = `${COMPTE} where c.contrat_id = $1 and c.id = $2`;
const PAR_ACTIVATION = `${COMPTE} where c.activation = $1 and c.activation_expire > now()`;
const PAR_EMAIL = `
  select ${ACTEUR} as acteur, c.mot_de_passe as "motDePasse"
  from compte c join habilitation h on (h.contrat_id, h.compte_id) = (c.contrat_id, c.id)
  where lower(c.email) = lower($1)`;

// The old hash guards the write: of two uses of one link, or two changes at once, the second changes nothing.
const ECRIRE = `
  update compte set mot_de_passe = $3, activation = null, activation_expire = null
  where contrat_id = $1 and id = $2 and mot_de_passe is not distinct from $4
  returning id`;

function identifiantsRefuses(): ProblemeException {
  return new ProblemeException({
    type: '/problemes/identifiants-refuses',
    status: 401,
    title: 'Connexion refusée.',
    detail: 'L’adresse ou le mot de passe est inexact, ou le compte n’est pas ouvert. Vérifiez les deux et réessayez.',
  });
}

function ancienFaux(): ProblemeException {
  return refuse('Rien n’a changé.', [{ pointer: '/ancien', detail: 'Ce n’est pas votre mot de passe actuel.' }]);
}

function lienPerime(): ProblemeException {
  return new ProblemeException({
    type: '/problemes/lien-perime',
    status: 404,
    title: 'Ce lien d’activation ne sert plus.',
    detail: 'Il a déjà servi ou il a expiré. Demandez un autre lien à l’équipe du contrat de ville.',
  });
}

/** Local accounts: log in, choose a password from an activation link, change it. */
@Injectable()
export class Comptes {
  constructor(
    private readonly base: Base,
    private readonly sessions: Sessions,
    private readonly journal: Journal,
  ) {}

  /** Opens a session; one answer, at one cost, whatever is wrong. */
  async connecter(email: string, motDePasse: string, ancienSecret: string | null): Promise<SessionNouvelle> {
    const [compte] = await this.base.lire<Connexion>('compte-par-email', PAR_EMAIL, [email]);
    const juste = await verifierHachage(compte?.motDePasse ?? null, motDePasse);
    if (!compte || !juste) throw identifiantsRefuses();
    const { acteur } = compte;
    const secrets = await this.base.transaction((tx) => this.sessions.ouvrir(tx, acteur, ancienSecret));
    return { ...secrets, acteur };
  }

  /** Changes one's own password and closes one's other sessions. */
  async changerMotDePasse(acteur: Acteur, sessionId: string, ancien: string, nouveau: string): Promise<void> {
    const [compte] = await this.base.lire<CompteLu>('compte', PAR_ID, [acteur.contratId, acteur.compteId]);
    const juste = await verifierHachage(compte?.motDePasse ?? null, ancien);
    if (!compte || !juste) throw ancienFaux();
    await this.ecrire(compte, nouveau, ancienFaux, sessionId);
  }

  /** Whose account an activation link opens; throws 404 when the link is used, expired or unknown. */
  async titulaire(jeton: string): Promise<Titulaire> {
    const { nom, email } = await this.parActivation(jeton);
    return { nom, email };
  }

  /** Uses an activation link: sets the password, closes the sessions opened before. */
  async activer(jeton: string, motDePasse: string): Promise<void> {
    await this.ecrire(await this.parActivation(jeton), motDePasse, lienPerime);
  }

  private async parActivation(jeton: string): Promise<CompteLu> {
    const [compte] = await this.base.lire<CompteLu>('compte-par-activation', PAR_ACTIVATION, [empreinte(jeton)]);
    if (!compte) throw lienPerime();
    return compte;
  }

  private async ecrire(
    compte: CompteLu,
    motDePasse: string,
    depasse: () => ProblemeException,
    sessionGardee?: string,
  ): Promise<void> {
    const valeurs = [compte.contratId, compte.compteId, await hacherMotDePasse(motDePasse), compte.motDePasse];
    await this.base.transaction(async (tx) => {
      const [, ecrits] = await tx.query<[unknown[], number]>(ECRIRE, valeurs);
      if (ecrits === 0) throw depasse();
      await this.sessions.revoquer(tx, compte, sessionGardee);
      await this.journal.inscrire(tx, compte, { objet: 'compte', objetId: compte.compteId, champ: 'motDePasse' });
    });
  }
}
