import { Module } from '@nestjs/common';
import { ContratController } from './contrat/contrat.controller';
import { ContratService } from './contrat/contrat.service';
import { EnjeuxController } from './enjeux/enjeux.controller';
import { EnjeuxService } from './enjeux/enjeux.service';
import { OrientationsController } from './enjeux/orientations.controller';
import { QpvController } from './qpv/qpv.controller';
import { QpvService } from './qpv/qpv.service';

/** The contrat, its enjeux and orientations, its quartiers and communes. */
@Module({
  controllers: [ContratController, EnjeuxController, OrientationsController, QpvController],
  providers: [ContratService, EnjeuxService, QpvService],
})
export class ContratModule {}
