import { Module } from '@nestjs/common';
import { TableursModule } from '@pleniere/shared/api';
import { BibliothequeController } from './definitions/bibliotheque.controller';
import { ControleDefinition } from './definitions/controle-definition';
import { CampagnesController } from './campagne/campagnes.controller';
import { CampagnesService } from './campagne/campagnes.service';
import { ExceptionsService } from './campagne/exceptions.service';
import { Verrous } from './campagne/verrous';
import { IndicateursController } from './definitions/indicateurs.controller';
import { IndicateursRepository } from './definitions/indicateurs.repository';
import { IndicateursService } from './definitions/indicateurs.service';
import { Horloge } from './horloge';
import { AnalyseImport } from './import/analyse';
import { AnnulationDImport } from './import/annulation';
import { ApercusGardes } from './import/apercus-gardes';
import { ApplicationImport } from './import/application';
import { ImportsValeursController } from './import/imports.controller';
import { ImportsRepository } from './import/imports.repository';
import { ImportsService } from './import/imports.service';
import { ModeleImport } from './import/modele';
import { ValeursController } from './valeurs/valeurs.controller';
import { ValeursRepository } from './valeurs/valeurs.repository';
import { ValeursService } from './valeurs/valeurs.service';

const CAMPAGNE = [CampagnesService, ExceptionsService, Verrous];

const IMPORT = [
  AnalyseImport,
  AnnulationDImport,
  ApercusGardes,
  ApplicationImport,
  ImportsRepository,
  ImportsService,
  ModeleImport,
];

/** Server side of the indicateurs area: definitions, values, their history and their import. */
@Module({
  imports: [TableursModule],
  controllers: [
    BibliothequeController,
    CampagnesController,
    IndicateursController,
    ValeursController,
    ImportsValeursController,
  ],
  providers: [
    ControleDefinition,
    Horloge,
    IndicateursRepository,
    IndicateursService,
    ValeursRepository,
    ValeursService,
    ...CAMPAGNE,
    ...IMPORT,
  ],
  exports: [CampagnesService, Horloge, IndicateursService],
})
export class IndicateursModule {}
