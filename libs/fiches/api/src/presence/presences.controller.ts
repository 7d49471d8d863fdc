import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ActeurCourant, Permission, Veille } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Present } from '@pleniere/fiches/domain';
import { IdPipe } from '@pleniere/shared/api';
import { PresenceSaisieDto } from './presences.dto';
import { PresencesService } from './presences.service';

/** Who is on a fiche, among those who work on the contrat; a lecteur neither sees nor is seen. */
@Controller('fiches/:id/presence')
export class PresencesController {
  constructor(private readonly presences: PresencesService) {}

  /** Who else has the fiche open, and the field that each is writing in. */
  @Get()
  @Permission('dialogue.participer')
  @Veille()
  lire(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) ficheId: string): Promise<Present[]> {
    return this.presences.lire(acteur, ficheId);
  }

  /** Sign of life of a page, every fifteen seconds; answers who else is there. */
  @Put()
  @Permission('dialogue.participer')
  @Veille()
  battre(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) ficheId: string,
    @Body() saisie: PresenceSaisieDto,
  ): Promise<Present[]> {
    return this.presences.battre(acteur, ficheId, saisie);
  }

  /** The page is closed. */
  @Delete(':onglet')
  @HttpCode(204)
  @Permission('dialogue.participer')
  @Veille()
  partir(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) ficheId: string,
    @Param('onglet', IdPipe) onglet: string,
  ): Promise<void> {
    return this.presences.partir(acteur, ficheId, onglet);
  }
}
