import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { NoteTerrain } from '@pleniere/fiches/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { NoteSaisieDto } from '../dialogue.dto';
import { NotesService } from './notes.service';

/** Notes that the State keeps for itself: its délégués alone, not even the team. */
@Controller()
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  /** Notes of the délégués about a fiche, oldest first. */
  @Get('fiches/:id/notes')
  @Permission('notes.tenir')
  lister(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) ficheId: string): Promise<NoteTerrain[]> {
    return this.notes.lister(acteur, ficheId);
  }

  /** Writes a note about a fiche or one of its fields. */
  @Post('fiches/:id/notes')
  @Permission('notes.tenir')
  ecrire(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) ficheId: string,
    @Body() saisie: NoteSaisieDto,
  ): Promise<NoteTerrain> {
    return this.notes.ecrire(acteur, ficheId, saisie);
  }

  /** Corrects one's own note. */
  @Patch('notes/:id')
  @Permission('notes.tenir')
  corriger(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: NoteSaisieDto,
  ): Promise<NoteTerrain> {
    return this.notes.corriger(acteur, id, version, saisie);
  }

  /** Deletes one's own note. */
  @Delete('notes/:id')
  @HttpCode(204)
  @Permission('notes.tenir')
  supprimer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.notes.supprimer(acteur, id, version);
  }
}
