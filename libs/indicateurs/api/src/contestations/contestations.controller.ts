import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { ContestationSituee } from '@pleniere/indicateurs/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { ContestationSaisieDto, DecisionDeContestationDto, FiltreContestationsDto } from './contestations.dto';
import { ContestationsService } from './contestations.service';
import { DecisionDeContestationService } from './decision.service';

/** Values that the State contests. */
@Controller()
export class ContestationsController {
  constructor(
    private readonly contestations: ContestationsService,
    private readonly decisions: DecisionDeContestationService,
  ) {}

  /** Contestations of the contrat or of one indicator: those to decide first, then the newest. */
  @Get('contrats/:contratId/contestations')
  @Permission('indicateurs.lire')
  lister(
    @ActeurCourant() acteur: Acteur,
    @Query() { indicateur }: FiltreContestationsDto,
  ): Promise<ContestationSituee[]> {
    return this.contestations.lister(acteur, indicateur);
  }

  /** Proposes another value for a filled cell; 409 when one already waits there. */
  @Post('contrats/:contratId/contestations')
  @Permission('valeurs.contester')
  ouvrir(@ActeurCourant() acteur: Acteur, @Body() saisie: ContestationSaisieDto): Promise<ContestationSituee> {
    return this.contestations.ouvrir(acteur, saisie);
  }

  /** Accepts, which writes the proposed value in the same transaction, or refuses with a reply; tells the author by e-mail. */
  @Post('contestations/:id/decision')
  @HttpCode(200)
  @Permission('valeurs.valider')
  decider(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() decision: DecisionDeContestationDto,
  ): Promise<ContestationSituee> {
    return this.decisions.decider(acteur, id, version, decision);
  }

  /** Withdraws one's own contestation; it stays in the list as such. */
  @Delete('contestations/:id')
  @HttpCode(204)
  @Permission('valeurs.contester')
  retirer(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.contestations.retirer(acteur, id, version);
  }
}
