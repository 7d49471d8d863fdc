import type { MigrationInterface, QueryRunner } from 'typeorm';

const IMPORT = `
create table import_lot (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null references contrat,
  personne_id uuid not null,
  cree_par text not null,
  cree_le timestamptz not null default now(),
  annule_le timestamptz,
  primary key (contrat_id, id)
);

create table import_fiche (
  id uuid not null default gen_random_uuid(),
  contrat_id uuid not null,
  version int not null default 1,
  lot_id uuid not null,
  rang int not null,
  nom text not null check (length(nom) between 1 and 200),
  octets int not null,
  empreinte text not null check (empreinte ~ '^[0-9a-f]{64}$'),
  format text check (format in ('docx', 'odt', 'pdf', 'txt')),
  statut text not null default 'en-cours'
    check (statut in ('en-cours', 'a-relire', 'importee', 'ignoree', 'refusee', 'annulee')),
  message text,
  -- What the reader gave, and where each passage of it goes.
  document jsonb,
  passages jsonb,
  resume jsonb not null default '{}',
  decision text check (decision in ('creer', 'mettre-a-jour', 'ignorer')),
  -- Not a foreign key: a cancelled import takes away the fiches that it created.
  fiche_id uuid,
  -- What was written, with what stood there before: an import is cancelled from it.
  ecritures jsonb,
  primary key (contrat_id, id),
  unique (contrat_id, lot_id, rang),
  foreign key (contrat_id, lot_id) references import_lot on delete cascade,
  check ((statut in ('en-cours', 'refusee')) = (document is null)),
  check ((document is null) = (passages is null)),
  check ((statut in ('importee', 'annulee')) = (ecritures is not null))
);
`;

/** Files of existing fiches: what they hold, where each passage goes, and what was made of them. */
export class CreateImport1763800200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(IMPORT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table import_fiche');
    await runner.query('drop table import_lot');
  }
}
