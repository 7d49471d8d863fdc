import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Orientation } from '@pleniere/contrat/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { OrientationDto, OrientationPartielleDto } from './enjeu.dto';
import { EnjeuxService } from './enjeux.service';

/** Orientations of a contrat; they are read with the enjeux. */
@Controller()
export class OrientationsController {
  constructor(private readonly enjeux: EnjeuxService) {}

  /** Adds an orientation under an enjeu. */
  @Post('contrats/:contratId/orientations')
  @Permission('contrat.gerer')
  creer(@ActeurCourant() acteur: Acteur, @Body() saisie: OrientationDto): Promise<Orientation> {
    return this.enjeux.creerOrientation(acteur, saisie);
  }

  /** Changes an orientation, in every fiche that takes it up. */
  @Patch('orientations/:id')
  @Permission('contrat.gerer')
  modifier(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: OrientationPartielleDto,
  ): Promise<Orientation> {
    return this.enjeux.modifierOrientation(acteur, id, version, saisie);
  }

  /** Deletes an orientation that no fiche takes up. */
  @Delete('orientations/:id')
  @Permission('contrat.gerer')
  @HttpCode(204)
  supprimer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.enjeux.supprimerOrientation(acteur, id, version);
  }
}
