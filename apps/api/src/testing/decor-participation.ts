import type { INestApplication } from '@nestjs/common';
import { Base } from '@pleniere/shared/api';
import type { ContratDeTest } from './creer-contrat';

/** Ids of what residents said in a contrat, one thing of each kind. */
export interface DecorParticipation {
  /** Question that ville A has to answer, number 1, and its récépissé. */
  questionId: string;
  recepisse: string;
}

const QUESTION = `
  insert into question_habitant (contrat_id, numero, recepisse, texte, texte_compare, canal, etat, moderee_le, organisation_id,
    echeance, attribuee_le)
  values ($1, 1, 'ABCDEFGH2345', 'Quand réparez-vous l’éclairage ?', 'quand reparez-vous l’eclairage ?', 'en-ligne', 'attribuee',
    now(), $2, '2999-01-01', now())
  returning id as "questionId", recepisse`;

/** Furnishes a contrat with what residents said. */
export async function poserParticipation(
  app: INestApplication,
  { contratId, organisations }: ContratDeTest,
): Promise<DecorParticipation> {
  const { rows } = await app.get(Base).pool.query<DecorParticipation>(QUESTION, [contratId, organisations.villeA]);
  const [question] = rows;
  if (!question) throw new Error('the insert gives one row');
  return question;
}
