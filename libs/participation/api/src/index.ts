import { QuestionEntity } from './questions/question.entity';

export { ParticipationModule } from './participation.module';
export { type ChoixPublic, QuestionsPubliques } from './questions/public/questions-publiques';

/** Entities of the area, for the data source. */
export const ENTITES_PARTICIPATION = [QuestionEntity];
