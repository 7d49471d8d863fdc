import type { MigrationInterface, QueryRunner } from 'typeorm';

const FREIN = `
create table frein_connexion (
  key varchar(255) primary key,
  points int not null default 0,
  expire bigint
);
`;

/** Failed log-in attempts of the last quarter of an hour, counted by hashed keys; the columns are the limiter's own. */
export class CreateFrein1763800100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FREIN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table frein_connexion');
  }
}
