import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { DialogueFiche, Fil } from '@pleniere/fiches/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { FilSaisiDto, MessageSaisiDto, StatutFilDto } from './dialogue.dto';
import { FilsService } from './fils.service';
import { MessagesService } from './messages.service';

/** What is said about the fiches by those who work on them. */
@Controller()
export class FilsController {
  constructor(
    private readonly fils: FilsService,
    private readonly messages: MessagesService,
  ) {}

  /** Threads that the caller may read, demandes de précision, and who takes part. */
  @Get('fiches/:id/dialogue')
  @Permission('dialogue.participer')
  lire(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) ficheId: string): Promise<DialogueFiche> {
    return this.fils.lire(acteur, ficheId);
  }

  /** Opens a thread about the fiche, a field, an entry of a list or a value. */
  @Post('fiches/:id/fils')
  @Permission('dialogue.participer')
  ouvrir(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) ficheId: string,
    @Body() saisi: FilSaisiDto,
  ): Promise<Fil> {
    return this.fils.ouvrir(acteur, ficheId, saisi);
  }

  /** Settles a thread or opens it again. */
  @Patch('fils/:id')
  @Permission('dialogue.participer')
  changerStatut(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { statut }: StatutFilDto,
  ): Promise<Fil> {
    return this.fils.changerStatut(acteur, id, version, statut);
  }

  /** Answers in a thread. */
  @Post('fils/:id/messages')
  @Permission('dialogue.participer')
  repondre(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Body() saisi: MessageSaisiDto,
  ): Promise<Fil> {
    return this.fils.repondre(acteur, id, saisi);
  }

  /** The caller has seen that they are mentioned in a thread. */
  @Post('fils/:id/vu')
  @HttpCode(200)
  @Permission('dialogue.participer')
  voir(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<Fil> {
    return this.fils.voir(acteur, id);
  }

  /** Corrects one's own message, during fifteen minutes. */
  @Patch('messages/:id')
  @Permission('dialogue.participer')
  corriger(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisi: MessageSaisiDto,
  ): Promise<Fil> {
    return this.messages.corriger(acteur, id, version, saisi);
  }

  /** Deletes one's own message, during fifteen minutes; that it was there remains. */
  @Delete('messages/:id')
  @Permission('dialogue.participer')
  supprimer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<Fil> {
    return this.messages.supprimer(acteur, id, version);
  }
}
