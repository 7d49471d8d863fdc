import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An indicator does not weigh itself. */
export class Ponderation1763801100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table indicateur add constraint poids_d_un_autre check (ponderation_id <> id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table indicateur drop constraint poids_d_un_autre');
  }
}
