import { Module } from '@nestjs/common';
import { IndicateursController } from './definitions/indicateurs.controller';
import { IndicateursRepository } from './definitions/indicateurs.repository';
import { IndicateursService } from './definitions/indicateurs.service';
import { Horloge } from './horloge';
import { ValeursController } from './valeurs/valeurs.controller';
import { ValeursRepository } from './valeurs/valeurs.repository';
import { ValeursService } from './valeurs/valeurs.service';

/** Server side of the indicateurs area: definitions, values and their history. */
@Module({
  controllers: [IndicateursController, ValeursController],
  providers: [Horloge, IndicateursRepository, IndicateursService, ValeursRepository, ValeursService],
  exports: [Horloge],
})
export class IndicateursModule {}
