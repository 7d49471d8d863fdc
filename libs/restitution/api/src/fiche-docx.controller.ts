import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { FichesReader } from '@pleniere/fiches/api';
import { Horloge } from '@pleniere/indicateurs/api';
import { CadreReader } from './cadre.reader';
import { composerDocument } from './composition/composer-document';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The same fiche for a word processor. */
@Controller()
export class FicheDocxController {
  constructor(
    private readonly fiches: FichesReader,
    private readonly cadre: CadreReader,
    private readonly horloge: Horloge,
  ) {}

  /** The sheet in its official two columns, its indicators, actions and déclinaisons as a Word file, by id or by code. */
  @Get('fiches/:ref.docx')
  @Permission('restitution.exporter')
  @ApiProduces(DOCX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Header('Cache-Control', 'private, no-cache')
  async exporter(@ActeurCourant() acteur: Acteur, @Param('ref') ref: string): Promise<StreamableFile> {
    const [fiche, cadre] = await Promise.all([this.fiches.lire(acteur, ref), this.cadre.lire(acteur.contratId)]);
    const document = composerDocument(fiche, cadre, this.horloge.aujourdhui(), acteur);
    const { composerDocx } = await import('./docx/composer-docx.ts');
    const docx = await composerDocx(document, { ficheId: fiche.id, version: fiche.version });
    const disposition = `attachment; filename="fiche-${fiche.code}.docx"`;
    return new StreamableFile(docx, { type: DOCX, disposition, length: docx.length });
  }
}
