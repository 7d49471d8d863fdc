import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CADRE_CONSULTATIONS } from './consultations/cadre';
import { PAROLES_CONSULTATIONS } from './consultations/paroles';
import { SUITES_CONSULTATIONS } from './consultations/suites';

/** Consultations: propositions, votes and their counts, frozen results, ideas, calls for projects. */
export class Consultations1763802500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CADRE_CONSULTATIONS);
    await runner.query(PAROLES_CONSULTATIONS);
    await runner.query(SUITES_CONSULTATIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table question_habitant drop constraint question_habitant_consultation;
      drop table consultation_externe, candidature, appel_projets, resultat, lot_papier_ligne, lot_papier,
      suspicion, signalement, sequence_servie, proposition_compteur, vote_event, vote_courant, proposition, idee,
      participant_profil, participant, code_habitant, consultation_date_historique,
      consultation_moderateur, consultation_qpv, consultation_fiche`);
    await runner.query(`drop function statut_consultation; drop table consultation; drop function
      refuser_changement_consultation, refuser_changement_vote, ouvrir_les_comptes, tenir_les_dates`);
  }
}
