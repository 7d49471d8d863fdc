import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The smallest count that those who did not produce it may read; below three, nothing would be hidden. */
export class SeuilDePublication1763801400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contrat add column seuil_publication int not null default 5,
        add constraint seuil_plausible check (seuil_publication between 3 and 20)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contrat drop column seuil_publication');
  }
}
