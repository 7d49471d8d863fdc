import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { PropositionAModerer, PropositionOuverte } from '@pleniere/participation/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { ChoixPropositionsDto, DecisionModerationDto, RattachementDto } from './moderation.dto';
import { Moderation } from './moderation';

/** Moderation of what residents propose. */
@Controller()
export class ModerationController {
  constructor(private readonly moderation: Moderation) {}

  /** What waits for a moderator, the oldest first. */
  @Get('consultations/:id/moderation')
  @Permission('propositions.moderer')
  file(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<PropositionAModerer[]> {
    return this.moderation.file(acteur, id);
  }

  /** Every proposition, or those of one état. */
  @Get('consultations/:id/propositions')
  @Permission('propositions.moderer')
  toutes(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Query() { etat }: ChoixPropositionsDto,
  ): Promise<PropositionAModerer[]> {
    return this.moderation.toutes(acteur, id, etat ?? null);
  }

  /** Opens a proposition for oneself, for ten minutes; again renews. */
  @Put('propositions/:id/verrou')
  @Permission('propositions.moderer')
  ouvrir(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<PropositionOuverte> {
    return this.moderation.ouvrir(acteur, id);
  }

  /** Lets it go. */
  @Delete('propositions/:id/verrou')
  @Permission('propositions.moderer')
  @HttpCode(204)
  liberer(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<void> {
    return this.moderation.liberer(acteur, id);
  }

  /** Accepts, refuses with a motif, or sets aside. */
  @Post('propositions/:id/decision')
  @Permission('propositions.moderer')
  @HttpCode(200)
  decider(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() decision: DecisionModerationDto,
  ): Promise<PropositionAModerer> {
    return this.moderation.decider(acteur, id, version, decision);
  }

  /** Attaches to an idea, or detaches; no vote moves. */
  @Put('propositions/:id/idee')
  @Permission('propositions.moderer')
  rattacher(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { ideeId, doublon }: RattachementDto,
  ): Promise<PropositionAModerer> {
    return this.moderation.rattacher(acteur, id, version, ideeId, doublon);
  }
}
