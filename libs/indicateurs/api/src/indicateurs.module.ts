import { Module } from '@nestjs/common';
import { ValeursCalculeesController } from './calculs/calculs.controller';
import { CalculsReader } from './calculs/calculs.reader';
import { TableursModule } from '@pleniere/shared/api';
import { BibliothequeController } from './definitions/bibliotheque.controller';
import { CampagnesController } from './campagne/campagnes.controller';
import { CampagnesService } from './campagne/campagnes.service';
import { ExceptionsService } from './campagne/exceptions.service';
import { RappelsDeCampagne } from './campagne/rappels';
import { Verrous } from './campagne/verrous';
import { ContestationsController } from './contestations/contestations.controller';
import { ContestationsRepository } from './contestations/contestations.repository';
import { ContestationsService } from './contestations/contestations.service';
import { DecisionDeContestationService } from './contestations/decision.service';
import { ControleDefinition } from './definitions/controle-definition';
import { IndicateursController } from './definitions/indicateurs.controller';
import { IndicateursRepository } from './definitions/indicateurs.repository';
import { IndicateursService } from './definitions/indicateurs.service';
import { ExportController } from './export/export.controller';
import { ExportRepository } from './export/export.repository';
import { ExportService } from './export/export.service';
import { Horloge } from './horloge';
import { AnalyseImport } from './import/analyse';
import { AnnulationDImport } from './import/annulation';
import { ApercusGardes } from './import/apercus-gardes';
import { ApplicationImport } from './import/application';
import { ImportsValeursController } from './import/imports.controller';
import { ImportsRepository } from './import/imports.repository';
import { ImportsService } from './import/imports.service';
import { ModeleImport } from './import/modele';
import { PiecesController } from './pieces/pieces.controller';
import { PiecesRepository } from './pieces/pieces.repository';
import { PiecesService } from './pieces/pieces.service';
import { QualiteController } from './qualite/qualite.controller';
import { ValidationService } from './qualite/validation.service';
import { VerificationService } from './qualite/verification.service';
import { EcritureDirecte } from './valeurs/directe/ecriture-directe';
import { GrilleController } from './valeurs/grille.controller';
import { LectureGrilleRepository } from './valeurs/lecture-grille.repository';
import { LectureGrille } from './valeurs/lecture-grille.service';
import { ValeursController } from './valeurs/valeurs.controller';
import { ValeursRepository } from './valeurs/valeurs.repository';
import { ValeursService } from './valeurs/valeurs.service';

const CAMPAGNE = [CampagnesService, ExceptionsService, RappelsDeCampagne, Verrous];

const QUALITE = [
  ContestationsRepository,
  ContestationsService,
  DecisionDeContestationService,
  PiecesRepository,
  PiecesService,
  ValidationService,
  VerificationService,
];

const VALEURS = [EcritureDirecte, LectureGrille, LectureGrilleRepository, ValeursRepository, ValeursService];

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
    ContestationsController,
    ExportController,
    GrilleController,
    IndicateursController,
    PiecesController,
    QualiteController,
    ValeursCalculeesController,
    ValeursController,
    ImportsValeursController,
  ],
  providers: [
    CalculsReader,
    ControleDefinition,
    ExportRepository,
    ExportService,
    Horloge,
    IndicateursRepository,
    IndicateursService,
    ...CAMPAGNE,
    ...IMPORT,
    ...QUALITE,
    ...VALEURS,
  ],
  exports: [CalculsReader, CampagnesService, Horloge, IndicateursService, ValeursService],
})
export class IndicateursModule {}
