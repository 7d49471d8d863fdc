import type { QuestionDemo } from '../../modele/questions';
import { QUESTIONS_EN_COURS } from './questions-en-cours';
import { QUESTIONS_D_AVANT } from './questions-d-avant';
import { QUESTIONS_DE_L_ANNEE } from './questions-de-l-annee';

/** What residents asked, from the first question to this morning's. */
export const QUESTIONS_TMVL: readonly QuestionDemo[] = [
  ...QUESTIONS_D_AVANT,
  ...QUESTIONS_DE_L_ANNEE,
  ...QUESTIONS_EN_COURS,
].sort((a, b) => a.quand.localeCompare(b.quand));
