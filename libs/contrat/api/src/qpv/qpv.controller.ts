import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Commune, Qpv, QpvReference } from '@pleniere/contrat/domain';
import { IfMatch } from '@pleniere/shared/api';
import { chercherQpv } from '../referentiel/referentiel';
import { AjoutQpvDto, QpvPartielDto, RechercheQpvDto } from './qpv.dto';
import { QpvService } from './qpv.service';

/** Quartiers prioritaires and communes of a contrat, and the national list from which they come. */
@Controller()
export class QpvController {
  constructor(private readonly qpv: QpvService) {}

  /** Every QPV of the contrat, by name. */
  @Get('contrats/:contratId/qpv')
  @Permission('contrat.lire')
  lister(@ActeurCourant() acteur: Acteur): Promise<Qpv[]> {
    return this.qpv.lister(acteur.contratId);
  }

  /** Takes a QPV of the national list into the contrat, with its communes. */
  @Post('contrats/:contratId/qpv')
  @Permission('contrat.gerer')
  ajouter(@ActeurCourant() acteur: Acteur, @Body() { code }: AjoutQpvDto): Promise<Qpv> {
    return this.qpv.ajouter(acteur, code);
  }

  /** Changes the name that residents use, the renewal programme, or the end of the perimeter. */
  @Patch('qpv/:code')
  @Permission('contrat.gerer')
  modifier(
    @ActeurCourant() acteur: Acteur,
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() saisie: QpvPartielDto,
  ): Promise<Qpv> {
    return this.qpv.modifier(acteur, code, version, saisie);
  }

  /** Takes a QPV that nothing names out of the contrat. */
  @Delete('qpv/:code')
  @Permission('contrat.gerer')
  @HttpCode(204)
  supprimer(@ActeurCourant() acteur: Acteur, @Param('code') code: string, @IfMatch() version: number): Promise<void> {
    return this.qpv.supprimer(acteur, code, version);
  }

  /** Every commune of the contrat, by name. */
  @Get('contrats/:contratId/communes')
  @Permission('contrat.lire')
  listerCommunes(@ActeurCourant() acteur: Acteur): Promise<Commune[]> {
    return this.qpv.listerCommunes(acteur.contratId);
  }

  /** Search in the national list: twenty QPV at most, accents ignored. */
  @Get('referentiels/qpv')
  @Permission('contrat.lire')
  chercher(@Query() { q }: RechercheQpvDto): QpvReference[] {
    return chercherQpv(q ?? '');
  }
}
