import { Injectable } from '@nestjs/common';
import {
  direAppareil,
  permissionsDe,
  ROLES_A_SECOND_FACTEUR,
  type Acteur,
  type SessionCourante,
  type SessionListee,
} from '@pleniere/acces/domain';
import { Base, Config, Regroupement } from '@pleniere/shared/api';
import type { Request } from 'express';
import type { EntityManager } from 'typeorm';
import type { SessionOuverte } from '../droits/requete';
import { Cookies } from './cookies';
import { empreinte, nouveauSecret, type SecretsDeSession } from './secrets';

/** The person who acts, read from the view `habilitation` (alias `h`). */
export const ACTEUR = `json_build_object('compteId', h.compte_id, 'personneId', h.personne_id, 'nom', h.nom,
  'fonction', h.fonction, 'contratId', h.contrat_id, 'role', h.role, 'organisationId', h.organisation_id,
  'parDelegationDe', h.par_delegation_de)`;

// Looked up as JSON: PostgreSQL would plan the statement again for each number of sessions.
const LIRE = `
  select s.id, s.jeton_csrf as "jetonCsrf", s.second_facteur_du as "secondFacteurDu", ${ACTEUR} as acteur,
    s.vue_le < now() - interval '5 minutes' as "aProlonger"
  from jsonb_array_elements_text($1::jsonb) demandee
  join session s on s.id = demandee
  join habilitation h on (h.contrat_id, h.compte_id) = (s.contrat_id, s.compte_id)
  where s.expire > now() and s.creee_le > now() - interval '30 days'`;

// Sliding expiry, up to thirty days in all; the row is rewritten at most every five minutes so that reading does not cost
// a write.
const PROLONGER = `
  update session set vue_le = now(), expire = least(now() + interval '12 hours', creee_le + interval '30 days')
  where id = $1 and expire > now() and vue_le < now() - interval '5 minutes'`;

const COURANTE = `
  select json_build_object(
    'organisation', (select json_build_object('id', o.id, 'nom', o.nom) from organisation o
      where (o.contrat_id, o.id) = (c.id, $2)),
    'contrat', json_build_object('id', c.id, 'titre', c.titre, 'titreCourt', c.titre_court,
      'anneeDebut', c.annee_debut, 'anneeFin', c.annee_fin, 'couleur', c.couleur, 'logo', c.logo)) as reponse
  from contrat c where c.id = $1`;

const OUVRIR = `
  insert into session (id, contrat_id, compte_id, jeton_csrf, appareil, oidc_jeton, second_facteur_du, expire)
  values ($1, $2, $3, $4, $5, $6, $7, now() + interval '12 hours')`;

const LISTER = `
  select coalesce(json_agg(json_build_object('id', numero, 'appareil', appareil, 'depuis', creee_le, 'vueLe', vue_le,
    'courante', id = $3) order by id = $3 desc, vue_le desc), '[]') as reponse
  from session
  where contrat_id = $1 and compte_id = $2 and expire > now() and creee_le > now() - interval '30 days'`;

// The identity provider asks its own second factor.
const EXIGER = `
  update session s set second_facteur_du = true
  from habilitation h
  where (h.contrat_id, h.compte_id) = (s.contrat_id, s.compte_id) and s.contrat_id = $1 and s.oidc_jeton is null
    and h.role = any($2) and not exists (select from second_facteur f
      where (f.contrat_id, f.compte_id) = (s.contrat_id, s.compte_id) and f.active_le is not null)`;

// Closing a session leaves its line in the log of connexions.
const fermeture = (resultat: 'deconnexion' | 'revoquee', filtre: string) => `
  with fermees as (delete from session where ${filtre} returning contrat_id, compte_id, appareil, oidc_jeton),
  dites as (
    insert into connexion (contrat_id, personne_id, resultat, appareil, reseau)
    select f.contrat_id, c.personne_id, '${resultat}', f.appareil, ''
    from fermees f join compte c on (c.contrat_id, c.id) = (f.contrat_id, f.compte_id)
  )
  select oidc_jeton as "jetonOidc" from fermees`;
const FERMER = fermeture('deconnexion', 'id = $1');
const REVOQUER_UNE = fermeture('revoquee', 'contrat_id = $1 and compte_id = $2 and numero = $3');
const REVOQUER = fermeture('revoquee', 'contrat_id = $1 and compte_id = $2 and id <> $3');

/** What is kept of how a session opened: the device in words, the identity token when the provider opened it. */
export interface Ouverture {
  appareil?: string;
  jetonOidc?: string | null;
  secondFacteurDu?: boolean;
}

/** Account for which a session opens or closes. */
export type CleCompte = Pick<Acteur, 'contratId' | 'compteId'>;

/** Sessions kept in the database: they can be revoked at once, from any replica. */
@Injectable()
export class Sessions {
  private readonly lectures = new Regroupement((_, ids: string[]) => this.chercher(ids));

  constructor(
    private readonly base: Base,
    private readonly config: Config,
    private readonly cookies: Cookies,
  ) {}

  /** The session that a request carries with the person who acts; null when there is none. What a page sends by itself does not prolong it. */
  async lire(requete: Request, { prolonger = true } = {}): Promise<SessionOuverte | null> {
    const secret = this.cookies.secret(requete);
    if (secret === null) return null;
    const lue = await this.lectures.demander('', empreinte(secret));
    if (lue === null) return null;
    const { aProlonger, ...session } = lue;
    if (prolonger && aProlonger) await this.base.lireAJour('session-prolonger', PROLONGER, [session.id]);
    return session;
  }

  /** What the screen must know of the person who is logged in. */
  async courante(acteur: Acteur, secondFacteurDu = false): Promise<SessionCourante> {
    const cle = [acteur.contratId, acteur.organisationId];
    const [ligne] = await this.base.lire<{ reponse: Cadre }>('session-courante', COURANTE, cle);
    if (!ligne) throw new Error('a session always has its contrat');
    const { personneId: id, nom, fonction, role, parDelegationDe } = acteur;
    return {
      personne: { id, nom, fonction },
      role,
      ...ligne.reponse,
      permissions: permissionsDe(role),
      parDelegationDe,
      demo: this.config.modeDemo,
      secondFacteurDu,
    };
  }

  /** The open sessions of an account, the one that asks first. */
  async lister({ contratId, compteId }: CleCompte, courante: string): Promise<SessionListee[]> {
    const cle = [contratId, compteId, courante];
    const [ligne] = await this.base.lire<{ reponse: SessionListee[] }>('sessions', LISTER, cle);
    return ligne?.reponse ?? [];
  }

  /** Opens a new session in place of the one that the browser held, and sweeps those that have expired. */
  async ouvrir(
    tx: EntityManager,
    compte: CleCompte,
    ancienSecret: string | null,
    { appareil = direAppareil(''), jetonOidc = null, secondFacteurDu = false }: Ouverture = {},
  ): Promise<SecretsDeSession> {
    const secrets = { secret: nouveauSecret(), jetonCsrf: nouveauSecret() };
    const cle = [empreinte(secrets.secret), compte.contratId, compte.compteId];
    await tx.query('delete from session where id = $1 or expire < now()', [ancienSecret && empreinte(ancienSecret)]);
    await tx.query(OUVRIR, [...cle, secrets.jetonCsrf, appareil, jetonOidc, secondFacteurDu]);
    return secrets;
  }

  /** From now on a contrat asks a second factor: sessions opened without one serve to set it up. */
  async exigerSecondFacteur(tx: EntityManager, contratId: string): Promise<void> {
    await tx.query(EXIGER, [contratId, ROLES_A_SECOND_FACTEUR]);
  }

  /** Closes one session; gives the identity token that it was opened with, if any. */
  async fermer(id: string): Promise<string | null> {
    const [fermee] = await this.base.entites.query<{ jetonOidc: string | null }[]>(FERMER, [id]);
    return fermee?.jetonOidc ?? null;
  }

  /** Closes one session of an account from another one; one that has ended already is no matter. */
  async revoquerUne({ contratId, compteId }: CleCompte, numero: string): Promise<void> {
    await this.base.entites.query(REVOQUER_UNE, [contratId, compteId, numero]);
  }

  /** Closes every session of an account, except one when it is named. */
  async revoquer(tx: EntityManager, { contratId, compteId }: CleCompte, saufId = ''): Promise<void> {
    await tx.query(REVOQUER, [contratId, compteId, saufId]);
  }

  /** Those of several requests in one statement: in a crowd, knowing who asks costs less than what they ask. */
  private async chercher(ids: readonly string[]): Promise<(SessionLue | null)[]> {
    const cherchees = [JSON.stringify([...new Set(ids)])];
    const lues = await this.base.lireAJour<SessionLue>('session', LIRE, cherchees);
    const parId = new Map(lues.map((session) => [session.id, session]));
    return ids.map((id) => parId.get(id) ?? null);
  }
}

type SessionLue = SessionOuverte & { aProlonger: boolean };
type Cadre = Pick<SessionCourante, 'organisation' | 'contrat'>;
