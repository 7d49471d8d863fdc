import { Module } from '@nestjs/common';

/** What residents say and what becomes of it: espaces de dialogue, questions, consultations, and their links to the fiches. */
@Module({})
export class ParticipationModule {}
