import { Zip, ZipDeflate } from 'fflate';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { Pool, type PoolClient } from 'pg';
import { to as copierVers } from 'pg-copy-streams';
import { fichierDe, type Manifeste, MANIFESTE, type TableSauvee } from './manifeste';
import { copieDe, lireTables, type TableCopiee } from './tables';

/**
 * Copies the whole database, files included, as it was at one instant, while people go on writing. The file takes its
 * name once it is whole. Gives what was copied; throws when the database or the disk fails, and leaves nothing behind.
 */
export async function sauvegarder(databaseUrl: string, chemin: string): Promise<Manifeste> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  const provisoire = `${chemin}.en-cours`;
  try {
    const client = await pool.connect();
    let entiere = false;
    try {
      await client.query('begin transaction isolation level repeatable read read only');
      const manifeste = await ecrire(client, provisoire);
      await client.query('commit');
      await rename(provisoire, chemin);
      entiere = true;
      return manifeste;
    } finally {
      // A copy that was given up half way still flows: its connection ends with it.
      client.release(!entiere);
    }
  } catch (erreur) {
    await rm(provisoire, { force: true });
    throw erreur;
  } finally {
    await pool.end();
  }
}

async function ecrire(client: PoolClient, chemin: string): Promise<Manifeste> {
  const sortie = createWriteStream(chemin, { mode: 0o600, flush: true });
  const ecrite = finished(sortie);
  // Looked at after each piece, and at the end: a disk that fails between two is not an error that nobody handles.
  ecrite.catch(() => undefined);
  const zip = new Zip((erreur, morceau, dernier) => {
    if (erreur) sortie.destroy(erreur);
    else sortie.write(morceau);
    if (dernier) sortie.end();
  });
  const { rows: instant } = await client.query<{ le: string; migrations: string[] }>(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as le,
       (select array_agg(name order by timestamp) from migrations) as migrations`,
  );
  const tables: TableSauvee[] = [];
  for (const table of await lireTables(client)) {
    tables.push(await copier(client, table, zip, () => attendre(sortie, ecrite)));
  }
  const { le = '', migrations = [] } = instant[0] ?? {};
  const manifeste: Manifeste = { format: 'pleniere-sauvegarde/1', le, migrations, tables };
  const fin = new ZipDeflate(MANIFESTE);
  zip.add(fin);
  fin.push(Buffer.from(JSON.stringify(manifeste, null, 1)), true);
  zip.end();
  await ecrite;
  return manifeste;
}

/** Lets the disk catch up; throws what it fails of. */
async function attendre(sortie: WriteStream, ecrite: Promise<void>): Promise<void> {
  if (sortie.errored) throw sortie.errored;
  if (sortie.writableNeedDrain) await Promise.race([once(sortie, 'drain'), ecrite]);
}

async function copier(
  client: PoolClient,
  table: TableCopiee,
  zip: Zip,
  souffler: () => Promise<void>,
): Promise<TableSauvee> {
  const entree = new ZipDeflate(fichierDe(table.nom), { level: 6 });
  zip.add(entree);
  const empreinte = createHash('sha256');
  const flux = client.query(copierVers(copieDe(table)));
  for await (const morceau of flux as AsyncIterable<Buffer>) {
    empreinte.update(morceau);
    entree.push(morceau);
    await souffler();
  }
  entree.push(new Uint8Array(), true);
  return { nom: table.nom, colonnes: table.colonnes, lignes: flux.rowCount, sha256: empreinte.digest('hex') };
}
