import { Module } from '@nestjs/common';
import { TableursModule } from '@pleniere/shared/api';
import { ContratController } from './contrat/contrat.controller';
import { ContratService } from './contrat/contrat.service';
import { EnjeuxController } from './enjeux/enjeux.controller';
import { EnjeuxService } from './enjeux/enjeux.service';
import { OrientationsController } from './enjeux/orientations.controller';
import { EcrituresReferentiel } from './import-referentiel/ecritures-referentiel';
import { ImportsReferentielController } from './import-referentiel/imports-referentiel.controller';
import { ImportsReferentielRepository } from './import-referentiel/imports-referentiel.repository';
import { ImportsReferentielService } from './import-referentiel/imports-referentiel.service';
import { FichiersReferentiel } from './import-referentiel/lecture/fichiers-referentiel';
import { Geojson } from './import-referentiel/lecture/geojson';
import { QpvController } from './qpv/qpv.controller';
import { QpvService } from './qpv/qpv.service';

/** The contrat, its enjeux and orientations, its quartiers and communes. */
@Module({
  imports: [TableursModule],
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
    FichiersReferentiel,
    Geojson,
    ImportsReferentielRepository,
    ImportsReferentielService,
  ],
})
export class ContratModule {}
