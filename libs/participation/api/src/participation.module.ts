import { Module } from '@nestjs/common';
import { IndicateursModule } from '@pleniere/indicateurs/api';
import { QuestionsPubliques } from './questions/public/questions-publiques';
import { CONTROLEURS_QUESTIONS, SERVICES_QUESTIONS } from './questions/questions.providers';

/** What residents say and what becomes of it: espaces de dialogue, questions, consultations, and their links to the fiches. */
@Module({
  imports: [IndicateursModule],
  controllers: [...CONTROLEURS_QUESTIONS],
  providers: [...SERVICES_QUESTIONS],
  exports: [QuestionsPubliques],
})
export class ParticipationModule {}
