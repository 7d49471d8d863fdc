import { Module } from '@nestjs/common';
import { ArretesController } from './arretes/arretes.controller';
import { ArretesService } from './arretes/arretes.service';
import { DecisionsController } from './decisions/decisions.controller';
import { DecisionsService } from './decisions/decisions.service';
import { InstancesController } from './instances/instances.controller';
import { InstancesService } from './instances/instances.service';
import { AnnoncesSeance } from './seances/annonces';
import { SeancesController } from './seances/seances.controller';
import { SeancesService } from './seances/seances.service';

/** Instances of a contrat, their séances, their decisions, and what was frozen for them. */
@Module({
  controllers: [InstancesController, SeancesController, DecisionsController, ArretesController],
  providers: [AnnoncesSeance, InstancesService, SeancesService, DecisionsService, ArretesService],
})
export class PlenieresModule {}
