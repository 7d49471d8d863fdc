import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which organisation a piece comes from: with the team, the only one that reads it when people can be recognised in it.
 * The same file is not joined twice to a value.
 */
export class OrganisationDesPieces1763801000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table piece
        add column organisation_id uuid,
        add foreign key (contrat_id, organisation_id) references organisation,
        add constraint piece_jointe_une_fois unique (contrat_id, indicateur_id, annee, territoire, sha256)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table piece drop constraint piece_jointe_une_fois, drop column organisation_id');
  }
}
