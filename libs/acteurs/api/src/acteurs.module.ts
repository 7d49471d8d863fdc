import { Module } from '@nestjs/common';
import { MandatsController } from './mandats/mandats.controller';
import { MandatsService } from './mandats/mandats.service';
import { OrganisationsController } from './organisations/organisations.controller';
import { OrganisationsService } from './organisations/organisations.service';
import { PersonnesController } from './personnes/personnes.controller';
import { PersonnesService } from './personnes/personnes.service';

/** Organisations, people and mandats of a contrat. */
@Module({
  controllers: [OrganisationsController, PersonnesController, MandatsController],
  providers: [OrganisationsService, PersonnesService, MandatsService],
})
export class ActeursModule {}
