import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Candidature } from '@pleniere/participation/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { NouvelleDto, PorteeDto } from './projet.dto';
import { Projets } from './projets';

/** Projects that won a call, followed to their end. */
@Controller('projets')
@Permission('consultations.gerer')
export class ProjetsController {
  constructor(private readonly projets: Projets) {}

  /** Tells how far a project is, or corrects what was told. */
  @Post(':id/nouvelles')
  @HttpCode(200)
  raconter(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: NouvelleDto,
  ): Promise<Candidature> {
    return this.projets.raconter(acteur, id, version, saisie);
  }

  /** Says which fiche and which action carries it. */
  @Put(':id/portee')
  porter(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() portee: PorteeDto,
  ): Promise<Candidature> {
    return this.projets.porter(acteur, id, version, portee);
  }
}
