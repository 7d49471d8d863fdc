import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPINIONS = `
-- Groups of opinion of a frozen result, or why none is told: computed once, after the freezing, from the votes it bears.
create table resultat_opinions (
  contrat_id uuid not null,
  consultation_id uuid not null,
  votes_sha256 text not null check (votes_sha256 ~ '^[0-9a-f]{64}$'),
  contenu jsonb not null check (jsonb_typeof(contenu -> 'groupes') = 'array'),
  -- Nobody is told apart: no group of fewer than eleven.
  constraint opinions_groupes check (not jsonb_path_exists(contenu, '$.groupes[*].taille ? (@ < 11)')),
  primary key (contrat_id, consultation_id),
  foreign key (contrat_id, consultation_id) references resultat
);
create trigger opinions_immuables before update or delete or truncate on resultat_opinions
  for each statement execute function refuser_changement_consultation();
`;

/** Groups of people who vote alike, kept beside the frozen result. */
export class Opinions1763802910000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OPINIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table resultat_opinions');
  }
}
