import type { MigrationInterface, QueryRunner } from 'typeorm';

const AVEC = `
alter table action drop constraint action_niveau_participation_check,
  add constraint action_niveau_participation_check check (niveau_participation in
    ('aucune', 'information', 'consultation', 'concertation', 'co-construction', 'decision'));
`;

const SANS = `
update action set niveau_participation = 'co-construction' where niveau_participation = 'decision';
alter table action drop constraint action_niveau_participation_check,
  add constraint action_niveau_participation_check check (niveau_participation in
    ('aucune', 'information', 'consultation', 'concertation', 'co-construction'));
`;

/** Residents may decide of an action, as they may at a séance: one scale for both. */
export class NiveauDecision1763803000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AVEC);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(SANS);
  }
}
