import { databaseUrlForWorker } from '@pleniere/shared/testing';
import { Client } from 'pg';

/** Tables of the whole product, small and read before the contrat is known: they stay together on the first machine. */
const COMMUNES: Readonly<Record<string, string>> = {
  contrat: 'the tenant itself',
  migrations: 'the schema of the product',
  installation: 'the product waits for its first contrat',
  frein_connexion: 'attempts to log in, by address',
  frein_public: 'what residents send, by daily fingerprint of their address',
  sel_du_jour: 'salt of that fingerprint',
  oidc_demande: 'login begun at the identity provider',
  compte: 'an identity opens one account of the whole product',
  session: 'a cookie names its session and nothing else',
  connexion_attente: 'login that waits for its second factor',
};

const TABLES = `
  select c.relname as nom,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'contrat_id' and a.attnotnull) as porte,
    array(select k.conname || ': ' || pg_get_constraintdef(k.oid) from pg_constraint k
      where k.conrelid = c.oid and k.contype in ('p', 'u') and not exists (
        select from unnest(k.conkey) as n join pg_attribute a on (a.attrelid, a.attnum) = (c.oid, n) where a.attname = 'contrat_id')) as cles,
    array(select k.conname || ': ' || pg_get_constraintdef(k.oid) from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> 'contrat'::regclass and not exists (
        select from unnest(k.conkey) as n join pg_attribute a on (a.attrelid, a.attnum) = (c.oid, n) where a.attname = 'contrat_id')) as liens
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`;

describe('schema: a contrat is in every key, so that contrats can be spread over several machines', () => {
  let tables: { nom: string; porte: boolean; cles: string[]; liens: string[] }[];

  beforeAll(async () => {
    const client = new Client({ connectionString: databaseUrlForWorker() });
    await client.connect();
    tables = (await client.query(TABLES)).rows as typeof tables;
    await client.end();
  });

  it('in every table but those that belong to the whole product', () => {
    const distribuees = tables.filter(({ nom }) => !(nom in COMMUNES));
    const sans = distribuees.filter(({ porte }) => !porte).map(({ nom }) => nom);
    expect(sans).toEqual([]);
    expect(tables.map(({ nom }) => nom)).toEqual(expect.arrayContaining(Object.keys(COMMUNES)));
  });

  it('in every primary key, unique key and foreign key', () => {
    const fautes = tables.filter(({ nom }) => !(nom in COMMUNES)).flatMap(({ cles, liens }) => [...cles, ...liens]);
    expect(fautes).toEqual([]);
  });
});
