import { Module } from '@nestjs/common';
import { FichesModule } from '@pleniere/fiches/api';
import { IndicateursModule } from '@pleniere/indicateurs/api';
import { CadreReader } from './cadre.reader';
import { DifferencePdfController } from './difference-pdf.controller';
import { EchangeController } from './echange/echange.controller';
import { EchangeService } from './echange/echange.service';
import { Atelier, ouvrirAtelier } from './fabrique/atelier';
import { DocumentsController } from './fabrique/documents.controller';
import { DocumentsService } from './fabrique/documents.service';
import { Fabrication } from './fabrique/fabrication';
import { FicheDocxController } from './fiche-docx.controller';
import { FichePdfController } from './fiche-pdf.controller';
import { PdfEngine } from './pdf/pdf-engine';
import { ouvrirPdfEngine } from './pdf/pdf-pool';

/** Server side of the restitution area: documents, made from what the other areas know. */
@Module({
  imports: [FichesModule, IndicateursModule],
  controllers: [
    DifferencePdfController,
    FichePdfController,
    FicheDocxController,
    DocumentsController,
    EchangeController,
  ],
  providers: [
    CadreReader,
    DocumentsService,
    EchangeService,
    Fabrication,
    { provide: PdfEngine, useFactory: () => ouvrirPdfEngine() },
    { provide: Atelier, useFactory: () => ouvrirAtelier() },
  ],
})
export class RestitutionModule {}
