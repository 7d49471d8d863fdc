import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { ApercuExport } from '@pleniere/indicateurs/domain';
import type { FormatTableur } from '@pleniere/shared/domain';
import { Horloge } from '../horloge';
import { TYPES_TABLEUR } from '../types-tableur';
import { DemandeExportDto } from './export.dto';
import { ExportService, saveurDe } from './export.service';

/** Indicators and values out of the product. */
@Controller('contrats/:contratId/exports-valeurs')
export class ExportController {
  constructor(
    private readonly exports: ExportService,
    private readonly horloge: Horloge,
  ) {}

  /** The first lines of the file, its length and its size. */
  @Get()
  @Permission('restitution.exporter')
  apercevoir(@ActeurCourant() acteur: Acteur, @Query() demande: DemandeExportDto): Promise<ApercuExport> {
    return this.exports.apercevoir(acteur, demande);
  }

  /** The file: a workbook with its dictionary, or a CSV as it is read. */
  @Get('fichier')
  @Permission('restitution.exporter')
  @ApiProduces(...Object.values(TYPES_TABLEUR))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async telecharger(@ActeurCourant() acteur: Acteur, @Query() demande: DemandeExportDto): Promise<StreamableFile> {
    const saveur = saveurDe(demande);
    const format: FormatTableur = saveur === null && demande.format !== 'csv-machine' ? demande.format : 'csv';
    const nom = `${demande.contenu}-${this.horloge.aujourdhui()}.${format}`;
    const entetes = { type: TYPES_TABLEUR[format], disposition: `attachment; filename="${nom}"` };
    if (saveur !== null) return new StreamableFile(await this.exports.diffuser(acteur, demande, saveur), entetes);
    const octets = await this.exports.composer(acteur, demande, format);
    return new StreamableFile(octets, { ...entetes, length: octets.length });
  }
}
