import { createHash, createHmac, randomBytes } from 'node:crypto';
import pg from 'pg';
import { ANNEES, FICHES, quartiersDe } from '../donnees/contrat.mts';
import { identifiant, TERMES } from '../donnees/hasard.mts';
import { ECRITURE, type enoncesDuProduit, HISTORIQUE } from './enonces.mts';
import type { Consigne } from './plancher.mts';
import type { Appel } from './salve.mts';

/** Requests that are measured: the names are those of docs/benchmarks.md. */
export const DEMANDES = ['a', 'b', 'c', 'c50', 'd', 'e', 'f', 'dall'] as const;
/** Name of a request. */
export type Demande = (typeof DEMANDES)[number];

/** What each request asks. */
export const LIBELLES: Readonly<Record<Demande, string>> = {
  a: 'page of 25 fiches, filtered, total',
  b: 'one fiche with everything (84 values)',
  c: 'write one value with its history, one contrat',
  c50: 'the same, spread over fifty contrats',
  d: 'French search in one contrat',
  e: 'progress of the values by quartier',
  f: 'how many fiches each filter would give',
  dall: 'French search in every contrat of a person',
};

const SECRET = randomBytes(32).toString('hex');
const ANNEES_ECRITES = ANNEES.slice(0, 3);
const [EQUIPE, REFERENT] = [0, 1];

/** Both sides of the requests, on one database. */
export interface Cotes {
  produit: (demande: Demande) => () => Appel;
  plancher: (demande: Demande) => () => Appel;
  consigne: Omit<Consigne, 'port'>;
  /** Reads again the versions that the writes start from: a burst ends with answers that nobody read. */
  relire: () => Promise<void>;
  fermer: () => Promise<void>;
}

interface Session {
  contratId: string;
  entetes: Record<string, string>;
}

async function ouvrirSession(client: pg.Client, contrat: number, personne: number): Promise<Session> {
  const [secret, jeton] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')];
  const contratId = identifiant(contrat, 'contrat');
  await client.query(
    `insert into session (id, contrat_id, compte_id, jeton_csrf, expire) values ($1, $2, $3, $4, now() + interval '12 hours')`,
    [
      createHash('sha256').update(secret).digest('base64url'),
      contratId,
      identifiant(contrat, 'compte', personne),
      jeton,
    ],
  );
  const entetes = { Cookie: `pleniere_session=${secret}`, 'X-XSRF-TOKEN': jeton, 'Content-Type': 'application/json' };
  return { contratId, entetes };
}

async function ouvrirSessions(client: pg.Client, contrats: number): Promise<Session[]> {
  const sessions: Session[] = [];
  for (let contrat = 1; contrat <= contrats; contrat++) sessions.push(await ouvrirSession(client, contrat, EQUIPE));
  return sessions;
}

function enBoucle<T>(choses: readonly T[]): () => T {
  let rang = 0;
  return () => {
    const chose = choses[rang++ % choses.length];
    if (chose === undefined) throw new Error('nothing to ask');
    return chose;
  };
}

/** One person with an account in every contrat. */
async function relierLesComptes(client: pg.Client, contrats: number): Promise<void> {
  const comptes = Array.from({ length: contrats }, (_, n) => [
    identifiant(n + 1, 'contrat'),
    identifiant(n + 1, 'compte', REFERENT),
  ]);
  await client.query(
    `insert into compte_relie (contrat_id, compte_id, identite)
     select contrat_id, compte_id, $3 from unnest($1::uuid[], $2::uuid[]) as c(contrat_id, compte_id) on conflict do nothing`,
    [comptes.map(([contrat]) => contrat), comptes.map(([, compte]) => compte), identifiant(1, 'identite')],
  );
}

interface Case {
  session: Session;
  indicateurId: string;
  annee: number;
  territoire: string;
  version: number;
}

/** Cells to write, one contrat after the other so that neighbours in time are of different contrats. */
function casesDe(sessions: readonly Session[], indicateurs: number): Case[] {
  return Array.from({ length: indicateurs }, (_, indicateur) =>
    ANNEES_ECRITES.flatMap((annee) =>
      [0, 1].flatMap((rang) =>
        sessions.map((session, n) => ({
          session,
          indicateurId: identifiant(n + 1, 'indicateur', indicateur),
          annee,
          territoire: quartiersDe(n + 1, indicateur)[rang] ?? '',
          version: 1,
        })),
      ),
    ),
  ).flat();
}

const cleDe = ({ indicateurId, annee, territoire }: Omit<Case, 'session' | 'version'>): string =>
  `${indicateurId}/${annee}/${territoire}`;

async function relire(client: pg.Client, cases: readonly Case[]): Promise<void> {
  const { rows } = await client.query<{ cle: string; version: number }>(
    `select concat_ws('/', indicateur_id, annee, territoire) as cle, version from valeur
     where contrat_id = any($1::uuid[]) and annee = any($2::int[]) and ventilation = 'total'`,
    [[...new Set(cases.map(({ session }) => session.contratId))], ANNEES_ECRITES],
  );
  const versions = new Map(rows.map(({ cle, version }) => [cle, version]));
  for (const une of cases) une.version = versions.get(cleDe(une)) ?? 0;
}

function ecritureProduit(suivante: () => Case): () => Appel {
  return () => {
    const { session, ...une } = suivante();
    const saisie = {
      ...une,
      ventilation: 'total',
      valeur: 1000 + une.version,
      absence: null,
      qualite: 'provisoire',
      commentaire: '',
      source: '',
    };
    return {
      method: 'POST',
      path: `/api/v1/contrats/${session.contratId}/valeurs`,
      headers: session.entetes,
      body: JSON.stringify({ saisies: [saisie] }),
    };
  };
}

/** Makes the requests of a database of the bench, and the sessions that they are asked with. */
export async function preparer(
  base: string,
  contrats: number,
  enonces: Awaited<ReturnType<typeof enoncesDuProduit>>,
): Promise<Cotes> {
  const client = new pg.Client({ connectionString: base });
  await client.connect();
  await client.query(HISTORIQUE);
  await relierLesComptes(client, contrats);
  const lecteur = await ouvrirSession(client, 1, REFERENT);
  const ecrivains = await ouvrirSessions(client, Math.min(50, contrats));
  const cases = { c: casesDe(ecrivains.slice(0, 1), 360), c50: casesDe(ecrivains, Math.ceil(500 / ecrivains.length)) };
  const { contratId: c, entetes } = lecteur;
  const statuts = enonces.regles.statutsVisibles('referent');
  const taille = enonces.regles.TAILLE_PAGE_FICHES;
  const jour = new Date().toISOString().slice(0, 10);

  const produit = (demande: Demande): (() => Appel) => {
    if (demande === 'c' || demande === 'c50') {
      const suivante = enBoucle(cases[demande]);
      return ecritureProduit(() => {
        const une = suivante();
        return { ...une, version: une.version++ };
      });
    }
    const lire = (path: string): Appel => ({ method: 'GET', path: `/api/v1${path}`, headers: entetes });
    return enBoucle(
      {
        a: [lire(`/contrats/${c}/fiches?statut=en-vigueur`)],
        b: Array.from({ length: FICHES }, (_, rang) => lire(`/fiches/${identifiant(1, 'fiche', rang)}`)),
        d: TERMES.map((terme) => lire(`/contrats/${c}/fiches?q=${encodeURIComponent(terme)}`)),
        e: [lire(`/contrats/${c}/quartiers`)],
        f: [lire(`/contrats/${c}/fiches/facettes?statut=en-vigueur`)],
        dall: TERMES.map((terme) => lire(`/recherche?q=${encodeURIComponent(terme)}`)),
      }[demande],
    );
  };
  const jeton = `banc.${createHmac('sha256', SECRET).update('banc').digest('hex')}`;
  const headers = { Authorization: jeton, 'Content-Type': 'application/json' };
  const plancher = (demande: Demande): (() => Appel) => {
    if (demande === 'c' || demande === 'c50') {
      const suivante = enBoucle(cases[demande]);
      return () => {
        const une = suivante();
        const { session, indicateurId, annee, territoire } = une;
        const body = JSON.stringify([
          session.contratId,
          indicateurId,
          annee,
          territoire,
          une.version++,
          une.version,
          'Banc',
        ]);
        return { method: 'POST', path: '/c', headers, body };
      };
    }
    const lire = (...valeurs: unknown[]): Appel => ({
      method: 'GET',
      path: `/${demande}?v=${encodeURIComponent(JSON.stringify(valeurs))}`,
      headers,
    });
    const mots = (terme: string): string[] => {
      const { texte = terme, debut = '', prefixe = '' } = enonces.recherche.lireRecherche(terme) ?? {};
      return [texte, debut, prefixe];
    };
    return enBoucle(
      {
        a: [lire(c, statuts, JSON.stringify({ statut: 'en-vigueur' }), taille, 0)],
        b: Array.from({ length: FICHES }, (_, rang) =>
          lire(
            c,
            statuts,
            identifiant(1, 'organisation', REFERENT),
            identifiant(1, 'personne', REFERENT),
            identifiant(1, 'fiche', rang),
          ),
        ),
        d: TERMES.map((terme) => lire(c, statuts, '{}', taille, 0, ...mots(terme))),
        e: [lire(c, statuts, jour, Number(jour.slice(0, 4)))],
        f: [lire(c, statuts, JSON.stringify({ statut: 'en-vigueur' }))],
        dall: TERMES.map((terme) => lire(c, identifiant(1, 'compte', REFERENT), ...mots(terme))),
      }[demande],
    );
  };
  return {
    produit,
    plancher,
    consigne: {
      base,
      secret: SECRET,
      enonces: {
        a: { texte: enonces.liste.liste('travail'), colonne: 'reponse' },
        b: { texte: enonces.lecture.ficheParId('travail'), colonne: 'fiche', membres: ['indicateurs'] },
        c: { texte: ECRITURE, colonne: 'reponse' },
        d: { texte: enonces.liste.listeCherchee('travail'), colonne: 'reponse' },
        e: { texte: enonces.quartiers.quartiers('travail'), colonne: 'reponse' },
        f: { texte: enonces.liste.facettes('travail'), colonne: 'reponse' },
        dall: { texte: enonces.partout.CHERCHER, colonne: 'reponse' },
      },
    },
    relire: async () => {
      await relire(client, cases.c);
      await relire(client, cases.c50);
    },
    fermer: () => client.end(),
  };
}
