import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { LotPapier, SanteVotes, SuspicionReleve } from '@pleniere/participation/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { VotesPapier } from './papier';
import { SanteDesVotes } from './sante';
import { ControleDto, LotDto, SuspicionDto } from './suivi.dto';
import { Suspects } from './suspects';

/** What the team sees of the votes: those set apart, and those on paper. */
@Controller()
export class SuiviVotesController {
  constructor(
    private readonly suspects: Suspects,
    private readonly papier: VotesPapier,
    private readonly sante: SanteDesVotes,
  ) {}

  /** How votes are spread, without any ranking. */
  @Get('consultations/:id/sante')
  @Permission('consultations.gerer')
  lireSante(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<SanteVotes> {
    return this.sante.lire(acteur, id);
  }

  /** Signals raised on participants, the latest first. */
  @Get('consultations/:id/suspicions')
  @Permission('consultations.gerer')
  suspicions(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<SuspicionReleve[]> {
    return this.suspects.lister(acteur, id);
  }

  /** Sets a participant apart, or brings them back. */
  @Put('consultations/:id/suspicions/:participantId')
  @Permission('consultations.gerer')
  changer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Param('participantId', IdPipe) participantId: string,
    @Body() { suspect, motif }: SuspicionDto,
  ): Promise<SuspicionReleve[]> {
    return this.suspects.changer(acteur, id, participantId, suspect, motif);
  }

  /** Lots of paper votes. */
  @Get('consultations/:id/lots-papier')
  @Permission('propositions.moderer')
  lots(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<LotPapier[]> {
    return this.papier.lister(acteur, id);
  }

  /** Types a lot. */
  @Post('consultations/:id/lots-papier')
  @Permission('propositions.moderer')
  saisir(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string, @Body() lot: LotDto): Promise<LotPapier> {
    return this.papier.saisir(acteur, id, lot);
  }

  /** Types it again, by somebody else. */
  @Post('lots-papier/:id/controle')
  @Permission('propositions.moderer')
  @HttpCode(200)
  controler(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { lignes, bulletins }: ControleDto,
  ): Promise<LotPapier> {
    return this.papier.controler(acteur, id, version, lignes, bulletins);
  }
}
