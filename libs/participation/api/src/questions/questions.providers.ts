import { EcheancesDeQuestions } from './garantie/echeances';
import { GarantieService } from './garantie/garantie.service';
import { PurgeDesQuestions } from './garantie/purge';
import { DossiersQuestions } from './dossiers';
import { InscriptionQuestions } from './inscription';
import { NouvellesAuxHabitants } from './nouvelles';
import { FreinPublic } from './public/frein-public';
import { QuestionsPubliques } from './public/questions-publiques';
import { QuestionsPubliquesController } from './public/questions-publiques.controller';
import { QuestionsController } from './questions.controller';
import { QuestionsService } from './questions.service';
import { ReponsesQuestions } from './reponses.service';
import { SuitesDeQuestion } from './suites';
import { TraitementQuestions } from './traitement.service';

/** Controllers of the questions. */
export const CONTROLEURS_QUESTIONS = [QuestionsController, QuestionsPubliquesController];

/** Services of the questions. */
export const SERVICES_QUESTIONS = [
  DossiersQuestions,
  EcheancesDeQuestions,
  FreinPublic,
  GarantieService,
  InscriptionQuestions,
  NouvellesAuxHabitants,
  PurgeDesQuestions,
  QuestionsPubliques,
  QuestionsService,
  ReponsesQuestions,
  SuitesDeQuestion,
  TraitementQuestions,
];
