import type { MigrationInterface, QueryRunner } from 'typeorm';

const REFERENTIEL = `
create table reference_population (
  contrat_id uuid not null,
  qpv_code text not null,
  millesime int not null check (millesime between 1990 and 2100),
  population int not null check (population >= 0),
  source text not null check (length(source) between 1 and 200),
  primary key (contrat_id, qpv_code, millesime),
  foreign key (contrat_id, qpv_code) references qpv on delete cascade
);

create table import_referentiel (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null references contrat,
  version int not null default 1,
  fichier text not null check (length(fichier) between 1 and 200),
  statut text not null default 'ouvert' check (statut in ('ouvert', 'applique', 'annule')),
  cree_par text not null,
  cree_le timestamptz not null default now(),
  applique_le timestamptz,
  annule_le timestamptz,
  -- What the file holds, as long as the import is open; what was said of its columns.
  contenu jsonb,
  lecture jsonb not null,
  -- What was written, with what stood there before, and the preview as it was applied.
  ecritures jsonb not null default '[]',
  rapport jsonb,
  retablies int not null default 0,
  primary key (contrat_id, id),
  check ((contenu is null) = (statut <> 'ouvert')),
  check ((rapport is null) = (statut = 'ouvert')),
  check ((applique_le is null) = (statut = 'ouvert')),
  check ((annule_le is null) = (statut <> 'annule'))
);
create index on import_referentiel (contrat_id, cree_le desc);
`;

/** Reference files of QPV, communes and populations: what they held, wrote and replaced; dated populations of QPV. */
export class CreateReferentiel1763800400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REFERENTIEL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table import_referentiel, reference_population');
  }
}
