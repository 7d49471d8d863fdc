import type { MigrationInterface, QueryRunner } from 'typeorm';

const SIGNAUX = `
create trigger fiche_budget_fait after update on fiche for each row
  when (old.contenu -> 'lignesBudget' is distinct from new.contenu -> 'lignesBudget') execute function signaler_fait();
create trigger candidature_fait after insert or update or delete on candidature for each row execute function signaler_fait();
create trigger appel_projets_fait after update on appel_projets for each row
  when (old.laureats_publies_le is distinct from new.laureats_publies_le) execute function signaler_fait();
`;

const RETOUR = `
drop trigger appel_projets_fait on appel_projets;
drop trigger candidature_fait on candidature;
drop trigger fiche_budget_fait on fiche;
`;

/** The money of the actions is a fact like the others: what changes it is told to the computations. */
export class SignauxDuBudget1763803010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SIGNAUX);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(RETOUR);
  }
}
