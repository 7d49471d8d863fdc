import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person ticked while reviewing an imported file: they may leave, and take it up again. */
export class ChoixRelecture1763800700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import_fiche add column choix jsonb not null default '{"confirmations": [], "indicateurs": []}'
        check (jsonb_typeof(choix -> 'confirmations') = 'array' and jsonb_typeof(choix -> 'indicateurs') = 'array')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table import_fiche drop column choix');
  }
}
