import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copier } from 'pg-copy-streams';
import { prepareDatabase } from '../../launch/product.mts';
import { type Cellule, type Lot, lotsDuContrat } from './contrat.mts';

/** The two sets of the bench, by how many contrats they hold; the first contrat is the same in both. */
export const JEUX = { metropole: 1, france: 450 } as const;
/** Name of a set. */
export type Jeu = keyof typeof JEUX;

const OCTETS_PAR_ENVOI = 1 << 16;
const ECHAPPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function ecrire(cellule: Cellule): string {
  if (cellule === null) return '\\N';
  const texte = typeof cellule === 'object' ? JSON.stringify(cellule) : String(cellule);
  return texte.replace(/[\\\t\n\r]/g, (signe) => ECHAPPES[signe] ?? signe);
}

function* enTexte(lignes: Iterable<Cellule[]>): Generator<string> {
  let envoi = '';
  for (const ligne of lignes) {
    envoi += `${ligne.map(ecrire).join('\t')}\n`;
    if (envoi.length > OCTETS_PAR_ENVOI) {
      yield envoi;
      envoi = '';
    }
  }
  yield envoi;
}

async function verser(client: pg.Client, { table, colonnes, lignes }: Lot): Promise<void> {
  await pipeline(Readable.from(enTexte(lignes)), client.query(copier(`copy ${table} (${colonnes}) from stdin`)));
}

// Four fiches of five are in force, with the text that they entered with.
const REVISIONS = `
insert into revision (contrat_id, fiche_id, numero, soumise_le, transmise_le, avis_echeance, en_vigueur_le, contenu, champs,
  champs_remplis, document)
select contrat_id, id, 1, case when rang % 5 <> 0 then cree_le end, case when rang % 5 <> 0 then cree_le end,
  case when rang % 5 <> 0 then cree_le::date + 30 end, case when rang % 5 <> 0 then cree_le end,
  case when rang % 5 <> 0 then contenu end, case when rang % 5 <> 0 then champs end,
  case when rang % 5 <> 0 then champs_remplis end, case when rang % 5 <> 0 then document end
from fiche`;
const EN_VIGUEUR = `update fiche set statut = 'en-vigueur', en_vigueur = 1 where rang % 5 <> 0`;

/** Address of the database of a set, in the cluster of the bench. */
export function adresseDe(cluster: string, jeu: Jeu): string {
  const adresse = new URL(cluster);
  adresse.pathname = `/banc_${jeu}`;
  return adresse.href;
}

async function avec(adresse: string, travail: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: adresse });
  await client.connect();
  try {
    await travail(client);
  } finally {
    await client.end();
  }
}

/** Makes and fills the database of a set unless it is there already, whole: tells how long it took, in ms, or null. */
export async function remplir(cluster: string, jeu: Jeu): Promise<number | null> {
  const adresse = adresseDe(cluster, jeu);
  await avec(cluster, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [`banc_${jeu}`]);
    if (rowCount === 0) await client.query(`create database banc_${jeu}`);
  });
  await prepareDatabase({ databaseUrl: adresse, host: '127.0.0.1', port: 0, demo: false, logs: false });
  const debut = performance.now();
  let rempli = false;
  await avec(adresse, async (client) => {
    if ((await client.query('select from contrat limit 1')).rowCount !== 0) return;
    await client.query('begin');
    for (let contrat = 1; contrat <= JEUX[jeu]; contrat++) {
      for (const lot of lotsDuContrat(contrat)) await verser(client, lot);
    }
    await client.query(REVISIONS);
    await client.query(EN_VIGUEUR);
    await client.query('commit');
    await client.query('vacuum analyze');
    rempli = true;
  });
  return rempli ? performance.now() - debut : null;
}
