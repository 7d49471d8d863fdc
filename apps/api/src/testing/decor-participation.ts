import type { INestApplication } from '@nestjs/common';
import { Base } from '@pleniere/shared/api';
import type { ContratDeTest } from './creer-contrat';

/** Ids of what residents said in a contrat, one thing of each kind. */
export interface DecorParticipation {
  /** Question that ville A has to answer, number 1, and its récépissé. */
  questionId: string;
  recepisse: string;
  /** Espace that ville A animates, and its séance of a past day. */
  espaceId: string;
  seanceDialogueId: string;
  codeEmargement: string;
}

const QUESTION = `
  insert into question_habitant (contrat_id, numero, recepisse, texte, texte_compare, canal, etat, moderee_le, organisation_id,
    echeance, attribuee_le)
  values ($1, 1, 'ABCDEFGH2345', 'Quand réparez-vous l’éclairage ?', 'quand reparez-vous l’eclairage ?', 'en-ligne', 'attribuee',
    now(), $2, '2999-01-01', now())
  returning id as "questionId", recepisse`;

const ESPACE = `
  with e as (
    insert into espace_dialogue (contrat_id, nom, forme, organisation_id, depuis)
    values ($1, 'Conseil citoyen', 'conseil-citoyen', $2, '2024-01-01') returning id
  ), s as (
    insert into seance_dialogue (contrat_id, espace_id, date, code_emargement)
    select $1, id, '2026-01-15', 'ABCD2345' from e returning *
  )
  select e.id as "espaceId", s.id as "seanceDialogueId", s.code_emargement as "codeEmargement" from e, s`;

/** Furnishes a contrat with what residents said. */
export async function poserParticipation(
  app: INestApplication,
  { contratId, organisations }: ContratDeTest,
): Promise<DecorParticipation> {
  const { pool } = app.get(Base);
  const valeurs = [contratId, organisations.villeA];
  const { rows: questions } = await pool.query<DecorParticipation>(QUESTION, valeurs);
  const { rows: espaces } = await pool.query<DecorParticipation>(ESPACE, valeurs);
  const [[question], [espace]] = [questions, espaces];
  if (!question || !espace) throw new Error('each insert gives one row');
  return { ...question, ...espace };
}
