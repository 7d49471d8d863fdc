import { Module } from '@nestjs/common';
import { DecisionsController } from './decisions/decisions.controller';
import { DecisionsService } from './decisions/decisions.service';
import { InstancesController } from './instances/instances.controller';
import { InstancesService } from './instances/instances.service';
import { SeancesController } from './seances/seances.controller';
import { SeancesService } from './seances/seances.service';

/** Instances of a contrat, their séances, their decisions. */
@Module({
  controllers: [InstancesController, SeancesController, DecisionsController],
  providers: [InstancesService, SeancesService, DecisionsService],
})
export class PlenieresModule {}
