import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { SANS_SAISIE, type BrouillonAvis, type FicheLue } from '@pleniere/fiches/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { CircuitService } from '../circuit/circuit.service';
import { AvisSaisiDto, PointSuiviDto } from './avis.dto';
import { AvisService } from './avis.service';

/** The avis of the State on the fiches. */
@Controller()
export class AvisController {
  constructor(
    private readonly avis: AvisService,
    private readonly circuit: CircuitService,
  ) {}

  /** The avis that the caller is writing; nobody else reads it. */
  @Get('fiches/:id/avis/brouillon')
  @Permission('avis.rendre')
  brouillon(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) ficheId: string): Promise<BrouillonAvis> {
    return this.avis.brouillon(acteur, ficheId);
  }

  /** Saves the avis that the caller is writing; `If-Match` carries its version, "0" when nothing was written. */
  @Put('fiches/:id/avis/brouillon')
  @Permission('avis.rendre')
  enregistrer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) ficheId: string,
    @IfMatch() version: number,
    @Body() saisi: AvisSaisiDto,
  ): Promise<BrouillonAvis> {
    return this.avis.enregistrer(acteur, ficheId, version, saisi);
  }

  /** Gives the avis that the caller has written; `If-Match` carries the version of the fiche. */
  @Post('fiches/:id/avis')
  @HttpCode(200)
  @Permission('avis.rendre')
  rendre(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) ficheId: string,
    @IfMatch() version: number,
  ): Promise<FicheLue> {
    return this.circuit.suivre(acteur, ficheId, { transition: 'rendre-avis', version, demande: SANS_SAISIE });
  }

  /** Says that a point is answered, and how; or opens it again. */
  @Patch('avis/:id/points/:pointId')
  @Permission('avis.lever')
  suivrePoint(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Param('pointId', IdPipe) pointId: string,
    @IfMatch() version: number,
    @Body() suivi: PointSuiviDto,
  ): Promise<FicheLue> {
    return this.avis.suivrePoint(acteur, { id, pointId, version }, suivi);
  }
}
