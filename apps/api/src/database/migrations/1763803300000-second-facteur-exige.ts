import type { MigrationInterface, QueryRunner } from 'typeorm';

const EXIGER = `
-- Whether those who decide (the team, the State) enter by a second factor.
alter table contrat add column second_facteur_exige boolean not null default false;
-- A session that opened without the second factor that was due: it may set one up, and nothing else.
alter table session add column second_facteur_du boolean not null default false;
`;

/** A contrat may ask a second factor of its team and of the State. */
export class SecondFacteurExige1763803300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EXIGER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table session drop column second_facteur_du');
    await runner.query('alter table contrat drop column second_facteur_exige');
  }
}
