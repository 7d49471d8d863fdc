import { Module } from '@nestjs/common';
import { CircuitController } from './circuit/circuit.controller';
import { CircuitService } from './circuit/circuit.service';
import { ChampsController } from './fiche/champs/champs.controller';
import { ChampsService } from './fiche/champs/champs.service';
import { FichesController } from './fiche/fiches.controller';
import { FichesReader } from './fiche/fiches.reader';
import { FichesService } from './fiche/fiches.service';
import { PilotageModule } from './pilotage/pilotage.module';
import { ActionsController } from './suivi/actions.controller';
import { ActionsService } from './suivi/actions.service';
import { DeclinaisonsController } from './suivi/declinaisons.controller';
import { DeclinaisonsService } from './suivi/declinaisons.service';

/** Server side of the fiches: content, circuit, actions, déclinaisons. */
@Module({
  imports: [PilotageModule],
  controllers: [FichesController, ChampsController, CircuitController, ActionsController, DeclinaisonsController],
  providers: [FichesReader, FichesService, ChampsService, CircuitService, ActionsService, DeclinaisonsService],
  exports: [FichesReader],
})
export class FichesModule {}
