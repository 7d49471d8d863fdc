import { Unzip, UnzipInflate } from 'fflate';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { Client, Pool, type PoolClient } from 'pg';
import { from as copierDepuis, to as copierVers } from 'pg-copy-streams';
import { DataSource } from 'typeorm';
import { createDataSource } from '../../database/data-source';
import { MIGRATIONS } from '../../database/migrations';
import { optionsBase } from '../../database/options';
import { CommandeRefusee } from '../expliquer';
import { fichierDe, type Manifeste, MANIFESTE, type TableSauvee } from './manifeste';
import { copieDe, lireTables } from './tables';

/** A backup that this program cannot bring back: `message` says why, in French. */
export class RestaurationRefusee extends CommandeRefusee {
  override readonly name = 'RestaurationRefusee';
}

/**
 * Brings a backup back into an empty database, verifies every table against its fingerprint, then brings the schema to
 * this version. Throws `RestaurationRefusee` when the database is not empty or the file is not whole.
 */
export async function restaurer(databaseUrl: string, chemin: string): Promise<Manifeste> {
  const manifeste = await lireManifeste(chemin);
  await preparer(databaseUrl, manifeste);
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const reprendre = await mettreAuRepos(client);
      await remplir(client, chemin, manifeste);
      await verifier(client, manifeste);
      await reprendre();
      await reprendreLesSuites(client);
      await client.query('commit');
    } catch (erreur) {
      await client.query('rollback').catch(() => undefined);
      throw erreur;
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
  await mettreAJour(databaseUrl);
  return manifeste;
}

/** Reads the file once, giving each of its parts as they come. */
async function parcourir(
  chemin: string,
  ouvrir: (nom: string) => ((morceau: Uint8Array, dernier: boolean) => Promise<void>) | null,
): Promise<void> {
  let suite = Promise.resolve();
  const unzip = new Unzip((fichier) => {
    const recevoir = ouvrir(fichier.name);
    if (!recevoir) return;
    fichier.ondata = (erreur, morceau, dernier) => {
      suite = suite.then(() => (erreur ? Promise.reject(erreur) : recevoir(morceau.slice(), dernier)));
      suite.catch(() => undefined);
    };
    fichier.start();
  });
  unzip.register(UnzipInflate);
  try {
    for await (const morceau of createReadStream(chemin) as AsyncIterable<Buffer>) {
      unzip.push(morceau);
      await suite;
    }
    unzip.push(new Uint8Array(), true);
    await suite;
  } catch (erreur) {
    // Faults of the disk and of PostgreSQL have a code in letters; those of the zip, a number.
    if (erreur instanceof RestaurationRefusee || typeof (erreur as { code?: unknown }).code === 'string') throw erreur;
    throw new RestaurationRefusee('Ce fichier n’est pas une sauvegarde entière.');
  }
}

async function lireManifeste(chemin: string): Promise<Manifeste> {
  const parts: Uint8Array[] = [];
  await parcourir(chemin, (nom) =>
    nom === MANIFESTE
      ? (morceau) => {
          parts.push(morceau);
          return Promise.resolve();
        }
      : null,
  );
  try {
    const manifeste = JSON.parse(Buffer.concat(parts).toString()) as Manifeste;
    if (manifeste.format === 'pleniere-sauvegarde/1') return manifeste;
  } catch {
    // Told below: the file was cut before its last word, or is something else.
  }
  throw new RestaurationRefusee('Ce fichier n’est pas une sauvegarde entière.');
}

/** Gives an empty database the schema that the backup had. */
async function preparer(databaseUrl: string, { migrations }: Manifeste): Promise<void> {
  const connues = MIGRATIONS.filter(({ name }) => migrations.includes(name));
  if (connues.length < migrations.length) {
    throw new RestaurationRefusee(
      'Cette sauvegarde vient d’une version plus récente : mettez d’abord Plénière à jour.',
    );
  }
  await exigerALArret(databaseUrl);
  const options = { ...optionsBase(databaseUrl), migrations: connues, extra: {} };
  const source = await new DataSource(options).initialize();
  try {
    if (!(await estVide(source, migrations)))
      throw new RestaurationRefusee('La base n’est pas vide : rien n’y a été changé.');
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

const EN_MARCHE = `
  select 1 from pg_stat_activity where datname = current_database() and application_name like 'pleniere%'`;

/** A product that runs would write in what is being brought back. */
async function exigerALArret(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'restauration' });
  await client.connect();
  try {
    const { rowCount } = await client.query(EN_MARCHE);
    if (rowCount)
      throw new RestaurationRefusee('Plénière est en marche sur cette base : arrêtez-la d’abord. Rien n’a été changé.');
  } finally {
    await client.end();
  }
}

/** Nothing there, or only the schema that a restoration that was cut had begun with. */
async function estVide(source: DataSource, migrations: string[]): Promise<boolean> {
  const [{ tables, commencee } = { tables: 0, commencee: false }] = await source.query<
    { tables: number; commencee: boolean }[]
  >(
    `select count(*)::int as tables, to_regclass('public.contrat') is not null as commencee
     from information_schema.tables where table_schema = 'public'`,
  );
  if (tables === 0 || !commencee) return tables === 0;
  const rows = await source.query<unknown[]>(
    `select 1 from contrat union all select 1 from migrations where name <> all($1) limit 1`,
    [migrations],
  );
  return rows.length === 0;
}

const CLES = `
  select format('%I.%I', n.nspname, c.relname) as nom, quote_ident(k.conname) as cle, pg_get_constraintdef(k.oid) as texte
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where k.contype = 'f' and k.conparentid = 0 and n.nspname in ('public', 'pgboss')`;

/**
 * Rows come in any order, already sealed: foreign keys and triggers rest meanwhile. Gives what puts them back; PostgreSQL
 * then checks every reference again. Nothing here asks for more than owning the tables.
 */
async function mettreAuRepos(client: PoolClient): Promise<() => Promise<void>> {
  const { rows: cles } = await client.query<{ nom: string; cle: string; texte: string }>(CLES);
  const tables = await lireTables(client);
  for (const { nom, cle } of cles) await client.query(`alter table ${nom} drop constraint ${cle}`);
  for (const { nom } of tables) await client.query(`alter table ${nom} disable trigger user`);
  return async () => {
    for (const { nom, cle, texte } of cles) await client.query(`alter table ${nom} add constraint ${cle} ${texte}`);
    for (const { nom } of tables) await client.query(`alter table ${nom} enable trigger user`);
  };
}

async function remplir(client: PoolClient, chemin: string, { tables }: Manifeste): Promise<void> {
  await parcourir(chemin, (fichier) => {
    const table = tables.find(({ nom }) => fichierDe(nom) === fichier);
    if (!table) return null;
    let flux: ReturnType<typeof ouvrirTable> | null = null;
    return async (morceau, dernier) => {
      flux ??= ouvrirTable(client, table);
      const sortie = await flux;
      if (!sortie.write(morceau)) await once(sortie, 'drain');
      if (dernier) {
        sortie.end();
        await once(sortie, 'finish');
      }
    };
  });
}

async function ouvrirTable(client: PoolClient, { nom, colonnes }: TableSauvee): Promise<NodeJS.WritableStream> {
  // The migrations may have put first rows there; the journal, which nothing may empty, has none.
  const { rowCount } = await client.query(`select 1 from ${nom} limit 1`);
  if (rowCount) await client.query(`delete from ${nom}`);
  return client.query(copierDepuis(`copy ${nom} (${colonnes.join(', ')}) from stdin`));
}

async function verifier(client: PoolClient, { tables }: Manifeste): Promise<void> {
  const presentes = new Map((await lireTables(client)).map((table) => [table.nom, table]));
  for (const { nom, lignes, sha256 } of tables) {
    const table = presentes.get(nom);
    if (!table) throw new RestaurationRefusee(`La table ${nom} manque.`);
    const empreinte = createHash('sha256');
    const flux = client.query(copierVers(copieDe(table)));
    for await (const morceau of flux as AsyncIterable<Buffer>) empreinte.update(morceau);
    if (flux.rowCount !== lignes || empreinte.digest('hex') !== sha256) {
      throw new RestaurationRefusee(`La table ${nom} n’est pas revenue telle qu’elle était : rien n’a été gardé.`);
    }
  }
}

const SUITES = `
  select pg_get_serial_sequence(format('%I.%I', table_schema, table_name), column_name) as suite,
    format('%I.%I', table_schema, table_name) as nom, format('%I', column_name) as colonne
  from information_schema.columns
  where table_schema in ('public', 'pgboss')
    and pg_get_serial_sequence(format('%I.%I', table_schema, table_name), column_name) is not null`;

/** Numbers go on after the last that was given. */
async function reprendreLesSuites(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ suite: string; nom: string; colonne: string }>(SUITES);
  for (const { suite, nom, colonne } of rows) {
    await client.query(`select setval($1, (select max(${colonne}) from ${nom})) from ${nom} limit 1`, [suite]);
  }
}

async function mettreAJour(databaseUrl: string): Promise<void> {
  const source = await createDataSource(databaseUrl).initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}
