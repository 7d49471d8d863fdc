import { Injectable } from '@nestjs/common';
import { type Acteur, type MoyenConnexion, ROLES_A_SECOND_FACTEUR } from '@pleniere/acces/domain';
import { Base, ProblemeException } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { Connexions } from '../connexions/connexions';
import type { Origine } from '../connexions/origine';
import { SecondsFacteurs } from '../second-facteur/seconds-facteurs';
import { empreinte, nouveauSecret, type SecretsDeSession } from '../session/secrets';
import { ACTEUR, type Ouverture, Sessions } from '../session/sessions';
import { verifierHachage } from './hachage';

/** A session that has just opened, with the person who acts in it. */
export type SessionNouvelle = SecretsDeSession & { acteur: Acteur; secondFacteurDu: boolean };

/** Where a log-in stands: a session is open, or the second factor is due and the browser holds a secret till then. */
export type Identifie = { session: SessionNouvelle } | { attente: string };

/** The browser that logs in: where it comes from, and the session that it held. */
export interface Navigateur {
  origine: Origine;
  ancienSecret: string | null;
}

interface CompteParEmail {
  acteur: Acteur | null;
  motDePasse: string | null;
  secondFacteur: boolean;
  exige: boolean;
}

const PAR_EMAIL = `
  select case when h.compte_id is not null then ${ACTEUR} end as acteur, c.mot_de_passe as "motDePasse",
    exists (select from second_facteur s
      where (s.contrat_id, s.compte_id) = (c.contrat_id, c.id) and s.active_le is not null) as "secondFacteur",
    h.role = any($2) and (select k.second_facteur_exige from contrat k where k.id = c.contrat_id) as exige
  from compte c left join habilitation h on (h.contrat_id, h.compte_id) = (c.contrat_id, c.id)
  where lower(c.email) = lower($1)`;

const ATTENDRE = `
  insert into connexion_attente (id, contrat_id, compte_id, expire) values ($1, $2, $3, now() + interval '10 minutes')`;
const EN_ATTENTE = `
  select ${ACTEUR} as acteur
  from connexion_attente a join habilitation h on (h.contrat_id, h.compte_id) = (a.contrat_id, a.compte_id)
  where a.id = $1 and a.expire > now()`;
const CESSER = 'delete from connexion_attente where id = $1 returning 1';

const nonAutorise = (type: string, title: string, detail: string): ProblemeException =>
  new ProblemeException({ type: `/problemes/${type}`, status: 401, title, detail });

const identifiantsRefuses = () =>
  nonAutorise(
    'identifiants-refuses',
    'Connexion refusée.',
    'L’adresse ou le mot de passe est inexact, ou le compte n’est pas ouvert. Vérifiez les deux et réessayez.',
  );

const codeRefuse = () =>
  nonAutorise(
    'code-refuse',
    'Ce code n’est pas le bon.',
    'Il a déjà servi ou il n’est plus celui du moment. Attendez le code suivant, ou saisissez un code de secours.',
  );

const attentePerdue = () =>
  nonAutorise(
    'attente-perdue',
    'La connexion est à reprendre.',
    'Plus de dix minutes ont passé depuis le mot de passe. Saisissez-le de nouveau.',
  );

/** Makes sure who logs in, step by step, and opens their session. */
@Injectable()
export class Identification {
  constructor(
    private readonly base: Base,
    private readonly sessions: Sessions,
    private readonly connexions: Connexions,
    private readonly seconds: SecondsFacteurs,
  ) {}

  /** First step, and the last one without second factor; one answer, at one cost, whatever is wrong. */
  async parMotDePasse(email: string, motDePasse: string, navigateur: Navigateur): Promise<Identifie> {
    const [compte] = await this.base.lire<CompteParEmail>('compte-par-email', PAR_EMAIL, [
      email,
      ROLES_A_SECOND_FACTEUR,
    ]);
    const juste = await verifierHachage(compte?.motDePasse ?? null, motDePasse);
    if (!juste || !compte?.acteur) {
      await this.connexions.consignerRefus(email, juste ? 'sans-mandat' : 'mot-de-passe-refuse', navigateur.origine);
      throw identifiantsRefuses();
    }
    const { acteur, secondFacteur, exige } = compte;
    if (secondFacteur) return { attente: await this.attendre(acteur) };
    return {
      session: await this.base.transaction((tx) =>
        this.ouvrir(tx, acteur, 'mot-de-passe', navigateur, { secondFacteurDu: exige }),
      ),
    };
  }

  /** Whose second factor the secret of a browser waits for; throws 401 when it waits no more. */
  async enAttente(secret: string | null): Promise<Acteur> {
    const cle = [empreinte(secret ?? '')];
    const [attente] = await this.base.lire<{ acteur: Acteur }>('connexion-attente', EN_ATTENTE, cle);
    if (!attente) throw attentePerdue();
    return attente.acteur;
  }

  /** Second step: a code of the moment, or a recovery code. */
  async parSecondFacteur(
    acteur: Acteur,
    secret: string | null,
    code: string,
    navigateur: Navigateur,
  ): Promise<SessionNouvelle> {
    const ouverte = await this.base.transaction(async (tx) => {
      const moyen = await this.seconds.accepter(tx, acteur, code);
      if (moyen === null) return null;
      const [, cessees] = await tx.query<[unknown[], number]>(CESSER, [empreinte(secret ?? '')]);
      if (cessees === 0) throw attentePerdue();
      return this.ouvrir(tx, acteur, moyen, navigateur);
    });
    if (ouverte) return ouverte;
    await this.connexions.consigner(acteur, 'second-facteur-refuse', 'second-facteur', navigateur.origine);
    throw codeRefuse();
  }

  /** Opens the session of somebody whose identity is sure. */
  async ouvrir(
    tx: EntityManager,
    acteur: Acteur,
    moyen: MoyenConnexion,
    { origine, ancienSecret }: Navigateur,
    { jetonOidc = null, secondFacteurDu = false }: Omit<Ouverture, 'appareil'> = {},
  ): Promise<SessionNouvelle> {
    const ouverture = { appareil: origine.appareil, jetonOidc, secondFacteurDu };
    const secrets = await this.sessions.ouvrir(tx, acteur, ancienSecret, ouverture);
    await this.connexions.consigner(acteur, 'reussie', moyen, origine, tx);
    return { ...secrets, acteur, secondFacteurDu };
  }

  private async attendre({ contratId, compteId }: Acteur): Promise<string> {
    const secret = nouveauSecret();
    await this.base.entites.query('delete from connexion_attente where expire < now()');
    await this.base.entites.query(ATTENDRE, [empreinte(secret), contratId, compteId]);
    return secret;
  }
}
