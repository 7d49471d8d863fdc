import type { MigrationInterface, QueryRunner } from 'typeorm';

const IMPORT_VALEURS = `
create table import_valeurs (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null references contrat,
  version int not null default 1,
  fichier text not null check (length(fichier) between 1 and 200),
  format text not null check (format in ('xlsx', 'ods', 'csv')),
  statut text not null default 'ouvert' check (statut in ('ouvert', 'applique', 'annule')),
  personne_id uuid not null,
  cree_par text not null,
  cree_le timestamptz not null default now(),
  applique_le timestamptz,
  annule_le timestamptz,
  -- What the file holds, as long as the import is open; its columns and headings.
  feuilles jsonb,
  feuille int not null,
  titres int not null,
  roles jsonb not null,
  colonnes jsonb not null default '[]',
  -- What was written, with what stood there before, and the cells that the application reported.
  ecritures jsonb not null default '[]',
  rapport jsonb not null default '[]',
  resume jsonb not null default '{}',
  retablies int not null default 0,
  primary key (contrat_id, id),
  check ((feuilles is null) = (statut <> 'ouvert')),
  check ((applique_le is null) = (statut = 'ouvert')),
  check ((annule_le is null) = (statut <> 'annule'))
);
create index on import_valeurs (contrat_id, cree_le desc);

alter table valeur add column import_id uuid;
alter table valeur add foreign key (contrat_id, import_id) references import_valeurs;
create index on valeur (contrat_id, import_id) where import_id is not null;
`;

/** Files of values: what they held, what they wrote, and on each value the import that it comes from. */
export class CreateImportValeurs1763800300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(IMPORT_VALEURS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table valeur drop column import_id');
    await runner.query('drop table import_valeurs');
  }
}
