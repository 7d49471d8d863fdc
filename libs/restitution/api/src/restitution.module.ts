import { Module } from '@nestjs/common';

/** Server side of the restitution area. */
@Module({})
export class RestitutionModule {}
