import { Module } from '@nestjs/common';
import { TableursModule } from '@pleniere/shared/api';
import { BibliothequeController } from './definitions/bibliotheque.controller';
import { ControleDefinition } from './definitions/controle-definition';
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
  controllers: [BibliothequeController, IndicateursController, ValeursController, ImportsValeursController],
  providers: [
    ControleDefinition,
    Horloge,
    IndicateursRepository,
    IndicateursService,
    ValeursRepository,
    ValeursService,
    ...IMPORT,
  ],
  exports: [Horloge, IndicateursService],
})
export class IndicateursModule {}
