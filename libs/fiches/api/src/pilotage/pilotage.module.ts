import { Module } from '@nestjs/common';
import { IndicateursModule } from '@pleniere/indicateurs/api';
import { PilotageController } from './pilotage.controller';
import { PilotageService } from './pilotage.service';
import { PublicController } from './public/public.controller';
import { PublicService } from './public/public.service';
import { RepriseController } from './reprise.controller';
import { RepriseService } from './reprise.service';

/** Reads across fiches and indicators: home page, quartiers, public pages. */
@Module({
  imports: [IndicateursModule],
  controllers: [PilotageController, PublicController, RepriseController],
  providers: [PilotageService, PublicService, RepriseService],
  exports: [PublicService],
})
export class PilotageModule {}
