import { ConsultationExterneEntity } from './consultations/suites/externe.entity';
import { EspaceEntity } from './espaces/espace.entity';
import { SeanceDialogueEntity } from './espaces/seances/seance-dialogue.entity';
import { QuestionEntity } from './questions/question.entity';

export {
  ConsultationsPubliques,
  COOKIE_PARTICIPANT,
  COOKIE_PARTICIPANT_MS,
} from './consultations/public/consultations-publiques';
export { gelerConsultation, recompterConsultation } from './consultations/resultats/gel';
export { garderOpinions } from './consultations/resultats/opinions';
export { refaireLesCalculs } from './calculs/refaire';
export { ChangementsPublics } from './liens/changements-publics';
export { lireVisiteur } from './consultations/public/visiteur';
export { EspacesReader } from './espaces/espaces.reader';
export { Emargements } from './espaces/presences/emargements';
export { PurgeDesCles } from './espaces/presences/purge-cles';
export { ParticipationModule } from './participation.module';
export { type ChoixDuSite, type ChoixPublic, QuestionsPubliques } from './questions/public/questions-publiques';

/** Entities of the area, for the data source. */
export const ENTITES_PARTICIPATION = [ConsultationExterneEntity, EspaceEntity, SeanceDialogueEntity, QuestionEntity];
