import { Module } from '@nestjs/common';
import { IndicateursModule } from '@pleniere/indicateurs/api';
import { TableursModule } from '@pleniere/shared/api';
import { CONTROLEURS_CONSULTATIONS, SERVICES_CONSULTATIONS } from './consultations/consultations.providers';
import { ConsultationsPubliques } from './consultations/public/consultations-publiques';
import { EspacesReader } from './espaces/espaces.reader';
import { CONTROLEURS_ESPACES, SERVICES_ESPACES } from './espaces/espaces.providers';
import { Emargements } from './espaces/presences/emargements';
import { ChangementsPublics } from './liens/changements-publics';
import { CONTROLEURS_LIENS, SERVICES_LIENS } from './liens/liens.providers';
import { QuestionsPubliques } from './questions/public/questions-publiques';
import { CONTROLEURS_QUESTIONS, SERVICES_QUESTIONS } from './questions/questions.providers';

/** What residents say and what becomes of it: espaces de dialogue, questions, consultations, and their links to the fiches. */
@Module({
  imports: [IndicateursModule, TableursModule],
  controllers: [...CONTROLEURS_ESPACES, ...CONTROLEURS_QUESTIONS, ...CONTROLEURS_CONSULTATIONS, ...CONTROLEURS_LIENS],
  providers: [...SERVICES_ESPACES, ...SERVICES_QUESTIONS, ...SERVICES_CONSULTATIONS, ...SERVICES_LIENS],
  exports: [ChangementsPublics, ConsultationsPubliques, Emargements, EspacesReader, QuestionsPubliques],
})
export class ParticipationModule {}
