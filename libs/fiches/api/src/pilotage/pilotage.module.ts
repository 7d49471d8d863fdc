import { Module } from '@nestjs/common';
import { IndicateursModule } from '@pleniere/indicateurs/api';
import { PilotageController } from './pilotage.controller';
import { PilotageService } from './pilotage.service';
import { PublicController } from './public/public.controller';
import { PublicService } from './public/public.service';

/** Reads across fiches and indicators: home page, quartiers, public pages. */
@Module({
  imports: [IndicateursModule],
  controllers: [PilotageController, PublicController],
  providers: [PilotageService, PublicService],
})
export class PilotageModule {}
