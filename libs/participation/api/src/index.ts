import { EspaceEntity } from './espaces/espace.entity';
import { SeanceDialogueEntity } from './espaces/seances/seance-dialogue.entity';
import { QuestionEntity } from './questions/question.entity';

export { EspacesReader } from './espaces/espaces.reader';
export { Emargements } from './espaces/presences/emargements';
export { ParticipationModule } from './participation.module';
export { type ChoixPublic, QuestionsPubliques } from './questions/public/questions-publiques';

/** Entities of the area, for the data source. */
export const ENTITES_PARTICIPATION = [EspaceEntity, SeanceDialogueEntity, QuestionEntity];
