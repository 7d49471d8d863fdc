import type { MigrationInterface, QueryRunner } from 'typeorm';

const PROJETS = `
-- What is told of a laureate project, each time with how far it then is; what was wrong is corrected by a further one.
create table projet_nouvelle (
  id bigint generated always as identity,
  contrat_id uuid not null,
  candidature_id uuid not null,
  le date not null,
  avancement text not null check (avancement in ('prevu', 'en-cours', 'livre', 'abandonne')),
  -- The motif, when the project is given up.
  texte text not null check (length(texte) between 1 and 2000),
  corrige_id bigint check (corrige_id < id),
  -- In which function; the journal knows who.
  fonction text not null,
  ecrite_le timestamptz not null default clock_timestamp(),
  primary key (contrat_id, id),
  unique (contrat_id, candidature_id, id),
  constraint nouvelle_corrigee_une_fois unique (contrat_id, candidature_id, corrige_id),
  foreign key (contrat_id, candidature_id) references candidature,
  foreign key (contrat_id, candidature_id, corrige_id) references projet_nouvelle (contrat_id, candidature_id, id)
);
create trigger projet_nouvelle_immuable before update or delete or truncate on projet_nouvelle
  for each statement execute function refuser_changement_consultation();
`;

/** Plan of projects: what is told of each laureate, appended and never changed. */
export class Projets1763803100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PROJETS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table projet_nouvelle');
  }
}
