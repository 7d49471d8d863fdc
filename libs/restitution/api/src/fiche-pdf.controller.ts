import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { FichesReader } from '@pleniere/fiches/api';
import { Horloge } from '@pleniere/indicateurs/api';
import { CadreReader } from './cadre.reader';
import { composerDocument } from './composition/composer-document';
import { PdfEngine } from './pdf/pdf-engine';

/** Documents made from a fiche. */
@Controller()
export class FichePdfController {
  constructor(
    private readonly fiches: FichesReader,
    private readonly cadre: CadreReader,
    private readonly moteur: PdfEngine,
    private readonly horloge: Horloge,
  ) {}

  /** The sheet, its indicators, actions and déclinaisons as an accessible PDF (PDF/UA-1, PDF/A-2a), by id or by code. */
  @Get('fiches/:ref.pdf')
  @Permission('restitution.exporter')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Header('Cache-Control', 'private, no-cache')
  async exporter(@ActeurCourant() acteur: Acteur, @Param('ref') ref: string): Promise<StreamableFile> {
    const [fiche, cadre] = await Promise.all([this.fiches.lire(acteur, ref), this.cadre.lire(acteur.contratId)]);
    const pdf = await this.moteur.exporter(composerDocument(fiche, cadre, this.horloge.aujourdhui(), acteur));
    const disposition = `inline; filename="fiche-${fiche.code}.pdf"`;
    return new StreamableFile(pdf, { type: 'application/pdf', disposition, length: pdf.length });
  }
}
