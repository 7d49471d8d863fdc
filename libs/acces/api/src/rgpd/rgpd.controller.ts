import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  type Acteur,
  type Conservation,
  decider,
  type DonneesPersonnelles,
  exportEnCsv,
  type ExportPersonne,
} from '@pleniere/acces/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import type { Response } from 'express';
import { ActeurCourant, Connecte, Permission } from '../droits/decorateurs';
import { Conservations } from './conservations';
import { Effacements } from './effacements';
import { ExportsPersonne } from './exports';
import { ConservationDto, FormatExportDto } from './rgpd.dto';

/** Personal data: what is kept, for how long, of whom; taken away, or erased. */
@Controller()
export class RgpdController {
  constructor(
    private readonly conservations: Conservations,
    private readonly effacements: Effacements,
    private readonly exports: ExportsPersonne,
  ) {}

  /** How long the contrat keeps personal data; what was purged, for whoever manages it. */
  @Get('contrats/:contratId/donnees-personnelles')
  @Permission('contrat.lire')
  lire(@ActeurCourant() acteur: Acteur): Promise<DonneesPersonnelles> {
    const { contratId } = acteur;
    const gere = decider(acteur, 'contrat.gerer', { contratId, organisationIds: [] }) === null;
    return this.conservations.lire(contratId, gere);
  }

  /** Sets how long. */
  @Put('contrats/:contratId/donnees-personnelles')
  @Permission('contrat.gerer')
  regler(
    @ActeurCourant() acteur: Acteur,
    @IfMatch() version: number,
    @Body() durees: ConservationDto,
  ): Promise<Conservation> {
    return this.conservations.regler(acteur, version, durees);
  }

  /** Everything that is kept of oneself, as JSON or CSV. */
  @Get('compte/donnees')
  @Connecte()
  exporter(
    @ActeurCourant() acteur: Acteur,
    @Query() { format }: FormatExportDto,
    @Res({ passthrough: true }) reponse: Response,
  ): Promise<ExportPersonne | string> {
    return this.donner(acteur, format, reponse);
  }

  /** The same of a person, for the team that answers them. */
  @Get('personnes/:id/donnees')
  @Permission('comptes.gerer')
  exporterDe(
    @ActeurCourant() { contratId }: Acteur,
    @Param('id', IdPipe) personneId: string,
    @Query() { format }: FormatExportDto,
    @Res({ passthrough: true }) reponse: Response,
  ): Promise<ExportPersonne | string> {
    return this.donner({ contratId, personneId }, format, reponse);
  }

  /** Erases a person: gives the label that signs in their place; there is no way back. */
  @Post('personnes/:id/effacement')
  @Permission('comptes.gerer')
  @HttpCode(200)
  async effacer(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<{ libelle: string }> {
    return { libelle: await this.effacements.effacer(acteur, id) };
  }

  private async donner(
    cle: Pick<Acteur, 'contratId' | 'personneId'>,
    format: FormatExportDto['format'],
    reponse: Response,
  ): Promise<ExportPersonne | string> {
    const donnees = await this.exports.etablir(cle);
    const csv = format === 'csv';
    reponse.setHeader('Content-Type', csv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8');
    reponse.setHeader('Content-Disposition', `attachment; filename="donnees-personnelles.${csv ? 'csv' : 'json'}"`);
    return csv ? exportEnCsv(donnees) : donnees;
  }
}
