import { databaseUrlForWorker } from '@pleniere/shared/testing';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../database/data-source';
import { MIGRATIONS } from '../../database/migrations';
import { chargerDemo } from '../../seeds/demo/charger-demo';

const adresse = new URL(databaseUrlForWorker());
const base = adresse.pathname.slice(1).replace(/\d+$/, `migrations_${process.env['JEST_WORKER_ID']}`);

// Everything of the schema that the product relies on, in words of PostgreSQL; what belongs to an extension left aside.
const SCHEMA = `
  select 'column' as sorte, concat_ws('.', table_name, column_name) as nom, concat_ws(' ', ordinal_position, data_type,
    is_nullable, column_default, generation_expression) as texte
  from information_schema.columns where table_schema = 'public'
  union all
  select 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
  from pg_constraint where connamespace = 'public'::regnamespace
  union all
  select 'index', indexname, indexdef from pg_indexes where schemaname = 'public'
  union all
  select 'view', viewname, definition from pg_views where schemaname = 'public'
  union all
  select 'trigger', tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all
  select 'function', proname, pg_get_functiondef(oid) from pg_proc p where pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  union all
  select 'search', cfgname, string_agg(concat(tokid, ' ', dictname), ', ' order by maptokentype, mapseqno)
  from pg_ts_config c join pg_ts_config_map m on m.mapcfg = c.oid join pg_ts_dict d on d.oid = m.mapdict
    join ts_token_type('default') on tokid = maptokentype
  where cfgnamespace = 'public'::regnamespace group by cfgname
  order by 1, 2, 3`;

let serveur: DataSource;
let source: DataSource;

const schema = () => source.query<{ sorte: string; nom: string; texte: string }[]>(SCHEMA);

async function defaireTout(): Promise<void> {
  for (const { name } of [...MIGRATIONS].reverse()) {
    await source.undoLastMigration();
    expect(await source.query('select from migrations where name = $1', [name])).toEqual([]);
  }
}

beforeEach(async () => {
  serveur = await createDataSource(adresse.href).initialize();
  await serveur.query(`create database ${base}`);
  source = await createDataSource(new URL(base, adresse).href).initialize();
});

afterEach(async () => {
  await source.destroy();
  await serveur.query(`drop database ${base}`);
  await serveur.destroy();
});

describe('migrations', () => {
  it('leave nothing once undone, and make the same schema again', async () => {
    expect(await source.runMigrations()).toHaveLength(MIGRATIONS.length);
    const premier = await schema();
    expect(premier.map(({ nom }) => nom)).toEqual(
      expect.arrayContaining([
        'fiche.manques_obligatoires',
        'valeur.valeur_ou_absence',
        'habilitation',
        'journal_immuable',
        'fr',
      ]),
    );

    await defaireTout();
    expect((await schema()).filter(({ nom, texte }) => !/\bmigrations\b/.test(nom + texte))).toEqual([]);
    await source.runMigrations();
    expect(await schema()).toEqual(premier);
    expect(await source.runMigrations()).toEqual([]);
  });

  it('can be undone and made again under the whole demo, which loads again', async () => {
    const compter = async () =>
      await source.query<{ n: number }[]>(
        'select count(*)::int as n from valeur union all select count(*)::int from journal',
      );
    await source.runMigrations();
    await chargerDemo(source);
    const avant = await compter();

    await defaireTout();
    await source.runMigrations();
    expect(await compter()).toEqual([{ n: 0 }, { n: 0 }]);
    await chargerDemo(source);
    expect(await compter()).toEqual(avant);
  });
});
