import { Body, Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Comptage, NoteSeance, Presence, Ressenti } from '@pleniere/participation/domain';
import { IdPipe } from '@pleniere/shared/api';
import { ComptageDto, NoteDto, PresenceDto, RessentiDto } from './presence.dto';
import { PresencesService } from './presences.service';

/** What is taken down in the room. Ids are made by the device: what it sends again, for lack of an answer, is kept once. */
@Controller('seances-dialogue/:id')
@Permission('espaces.animer')
export class PresencesController {
  constructor(private readonly presences: PresencesService) {}

  /** One more person in the room; already there, it stays as it is. */
  @Put('presences/:cle')
  noter(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Param('cle', IdPipe) cle: string,
    @Body() presence: PresenceDto,
  ): Promise<Presence> {
    return this.presences.noter(acteur, id, cle, presence);
  }

  /** Takes a presence back; one that is not there changes nothing. */
  @Delete('presences/:cle')
  @HttpCode(204)
  retirer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Param('cle', IdPipe) cle: string,
  ): Promise<void> {
    return this.presences.retirer(acteur, id, cle);
  }

  /** How many people of a role were counted; 412 with the count that stands when somebody counted in between. */
  @Put('comptages/:role')
  compter(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Param('role') role: string,
    @Body() comptage: ComptageDto,
  ): Promise<Comptage> {
    return this.presences.compter(acteur, id, role, comptage);
  }

  /** How many people gave each note; 412 with the notes that stand when somebody wrote in between. */
  @Put('ressenti')
  ressentir(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Body() ressenti: RessentiDto,
  ): Promise<Ressenti> {
    return this.presences.ressentir(acteur, id, ressenti);
  }

  /** Keeps a note; already there, it stays as it is. */
  @Put('notes/:cle')
  prendreNote(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Param('cle', IdPipe) cle: string,
    @Body() note: NoteDto,
  ): Promise<NoteSeance> {
    return this.presences.prendreNote(acteur, id, { id: cle, ...note });
  }

  /** Deletes a note; one that is not there changes nothing. */
  @Delete('notes/:cle')
  @HttpCode(204)
  retirerNote(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Param('cle', IdPipe) cle: string,
  ): Promise<void> {
    return this.presences.retirerNote(acteur, id, cle);
  }
}
