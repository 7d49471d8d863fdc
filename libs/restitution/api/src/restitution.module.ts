import { Module } from '@nestjs/common';
import { FichesModule } from '@pleniere/fiches/api';
import { IndicateursModule } from '@pleniere/indicateurs/api';
import { CadreReader } from './cadre.reader';
import { FichePdfController } from './fiche-pdf.controller';
import { PdfEngine } from './pdf/pdf-engine';
import { ouvrirPdfEngine } from './pdf/pdf-pool';

/** Server side of the restitution area: documents, made from what the other areas know. */
@Module({
  imports: [FichesModule, IndicateursModule],
  controllers: [FichePdfController],
  providers: [CadreReader, { provide: PdfEngine, useFactory: () => ouvrirPdfEngine() }],
})
export class RestitutionModule {}
