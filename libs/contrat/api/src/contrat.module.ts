import { Module } from '@nestjs/common';
import { ContratController } from './contrat/contrat.controller';
import { ContratService } from './contrat/contrat.service';
import { EnjeuxController } from './enjeux/enjeux.controller';
import { EnjeuxService } from './enjeux/enjeux.service';
import { OrientationsController } from './enjeux/orientations.controller';
import { EcrituresReferentiel } from './import-referentiel/ecritures-referentiel';
import { ImportsReferentielController } from './import-referentiel/imports-referentiel.controller';
import { ImportsReferentielRepository } from './import-referentiel/imports-referentiel.repository';
import { ImportsReferentielService } from './import-referentiel/imports-referentiel.service';
import { QpvController } from './qpv/qpv.controller';
import { QpvService } from './qpv/qpv.service';

/** The contrat, its enjeux and orientations, its quartiers and communes. */
@Module({
  controllers: [
    ContratController,
    EnjeuxController,
    OrientationsController,
    QpvController,
    ImportsReferentielController,
  ],
  providers: [
    ContratService,
    EnjeuxService,
    QpvService,
    EcrituresReferentiel,
    ImportsReferentielRepository,
    ImportsReferentielService,
  ],
})
export class ContratModule {}
