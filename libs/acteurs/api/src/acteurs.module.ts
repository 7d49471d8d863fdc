import { Module } from '@nestjs/common';
import { DemandesController } from './demandes/demandes.controller';
import { DemandesService } from './demandes/demandes.service';
import { EcheancesMandats } from './mandats/echeances';
import { MandatsController } from './mandats/mandats.controller';
import { MandatsService } from './mandats/mandats.service';
import { OrganisationsController } from './organisations/organisations.controller';
import { OrganisationsService } from './organisations/organisations.service';
import { PersonnesController } from './personnes/personnes.controller';
import { PersonnesService } from './personnes/personnes.service';

/** Organisations, people and mandats of a contrat; who asks to join them. */
@Module({
  controllers: [OrganisationsController, PersonnesController, MandatsController, DemandesController],
  providers: [OrganisationsService, PersonnesService, MandatsService, EcheancesMandats, DemandesService],
})
export class ActeursModule {}
