import type { MigrationInterface, QueryRunner } from 'typeorm';

const INSTALLATION = `
-- One row at most, while the product waits for its first contrat: hash of the code that was shown at start.
create table installation (
  seule boolean primary key default true check (seule),
  code_sha256 bytea not null check (octet_length(code_sha256) = 32),
  cree_le timestamptz not null default now()
);
`;

/** The door by which the first person opens the first contrat, in the browser. */
export class Installation1763802810000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INSTALLATION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table installation');
  }
}
