import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { SeanceDialogue, SeanceDialogueResume } from '@pleniere/participation/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { SeanceDialogueDto, SeanceDialoguePartielleDto, TransitionSeanceDto } from './seance-dialogue.dto';
import { SeancesDialogueService } from './seances-dialogue.service';

/** Séances of the espaces de dialogue. */
@Controller()
export class SeancesDialogueController {
  constructor(private readonly seances: SeancesDialogueService) {}

  /** Every séance, the latest first. */
  @Get('contrats/:contratId/seances-dialogue')
  @Permission('participation.lire')
  lister(@ActeurCourant() acteur: Acteur): Promise<SeanceDialogueResume[]> {
    return this.seances.lister(acteur.contratId);
  }

  /** Plans a séance; with an `id` that is already a séance of the espace, answers with it. */
  @Post('espaces/:id/seances')
  @Permission('espaces.animer')
  planifier(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) espaceId: string,
    @Body() { id, ...saisie }: SeanceDialogueDto,
  ): Promise<SeanceDialogue> {
    return this.seances.planifier(acteur, espaceId, saisie, id);
  }

  /** One séance with who came, what was counted, said and written. */
  @Get('seances-dialogue/:id')
  @Permission('participation.lire')
  lire(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<SeanceDialogue> {
    return this.seances.lire(acteur, id);
  }

  /** Changes a séance: its frame, its compte rendu, its level of participation. */
  @Patch('seances-dialogue/:id')
  @Permission('espaces.animer')
  modifier(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: SeanceDialoguePartielleDto,
  ): Promise<SeanceDialogue> {
    return this.seances.modifier(acteur, id, version, saisie);
  }

  /** Takes a step of the cycle; `If-Match` carries the version of the séance. */
  @Post('seances-dialogue/:id/transitions')
  @HttpCode(200)
  @Permission('espaces.animer')
  suivre(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() demande: TransitionSeanceDto,
  ): Promise<SeanceDialogue> {
    return this.seances.suivre(acteur, id, version, demande);
  }

  /** Deletes a séance that is still to come. */
  @Delete('seances-dialogue/:id')
  @Permission('espaces.animer')
  @HttpCode(204)
  supprimer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.seances.supprimer(acteur, id, version);
  }
}
