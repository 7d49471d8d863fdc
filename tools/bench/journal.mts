import pg from 'pg';
import { ouvrirBase } from './base.mts';
import { aLaFin, finir } from './fin.mts';

// Usage, after a build: node tools/bench/journal.mts
// Journaled writes of one contrat on a database of its own, as durable as in production: each transaction changes a row
// and appends to the journal, from ten connections at once, with the seals and without. Nothing is left behind.
const CONNEXIONS = 10;
const SECONDES = 5;

const { databaseUrl } = await ouvrirBase();
const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNEXIONS });
pool.on('error', () => undefined);
aLaFin(() => void pool.end());
const { rows } = await pool.query<{ id: string; contrat: string }>(
  'select id, contrat_id as contrat from fiche where contrat_id = (select contrat_id from fiche limit 1)',
);

async function ecrire(rang: number): Promise<void> {
  const fiche = rows[rang % rows.length];
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('update fiche set version = version + 1 where contrat_id = $1 and id = $2', [
      fiche?.contrat,
      fiche?.id,
    ]);
    await client.query(
      `insert into journal (contrat_id, auteur, objet, objet_id, fiche_id, champ, avant, apres)
       select contrat_id, 'Banc', 'fiche', id, id, 'contexte', contenu -> 'contexte', contenu -> 'contexte'
       from fiche where contrat_id = $1 and id = $2`,
      [fiche?.contrat, fiche?.id],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** Writes per second over a few seconds. */
async function mesurer(): Promise<number> {
  const debut = performance.now();
  let ecritures = 0;
  const connexion = async (): Promise<void> => {
    while (performance.now() - debut < SECONDES * 1000) await ecrire(ecritures++);
  };
  await Promise.all(Array.from({ length: CONNEXIONS }, connexion));
  return Math.round((ecritures * 1000) / (performance.now() - debut));
}

await mesurer();
const scelles = await mesurer();
await pool.query('alter table journal disable trigger journal_scelle');
const libres = await mesurer();
process.stdout.write(`${scelles} journaled writes a second with the seals, ${libres} without\n`);
await finir();
