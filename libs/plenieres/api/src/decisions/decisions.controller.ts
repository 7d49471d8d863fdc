import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Decision } from '@pleniere/plenieres/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { DecisionDto, DecisionPartielleDto } from './decision.dto';
import { DecisionsService } from './decisions.service';

/** Decisions of the instances. */
@Controller()
export class DecisionsController {
  constructor(private readonly decisions: DecisionsService) {}

  /** Every decision of the contrat: those to carry out first, by due date. */
  @Get('contrats/:contratId/decisions')
  @Permission('plenieres.lire')
  lister(@ActeurCourant() acteur: Acteur): Promise<Decision[]> {
    return this.decisions.lister(acteur.contratId);
  }

  /** Records a decision of a séance. */
  @Post('seances/:id/decisions')
  @Permission('plenieres.gerer')
  creer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) seanceId: string,
    @Body() saisie: DecisionDto,
  ): Promise<Decision> {
    return this.decisions.creer(acteur, seanceId, saisie);
  }

  /** Records a decision under the id that the device gave it: sent again, it answers with the decision as it stands. */
  @Put('seances/:id/decisions/:decisionId')
  @Permission('plenieres.gerer')
  inscrire(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) seanceId: string,
    @Param('decisionId', IdPipe) id: string,
    @Body() saisie: DecisionDto,
  ): Promise<Decision> {
    return this.decisions.inscrire(acteur, seanceId, id, saisie);
  }

  /** Changes a decision, or says what was done of it. */
  @Patch('decisions/:id')
  @Permission('plenieres.gerer')
  modifier(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: DecisionPartielleDto,
  ): Promise<Decision> {
    return this.decisions.modifier(acteur, id, version, saisie);
  }

  /** Takes away a decision recorded by mistake. */
  @Delete('decisions/:id')
  @Permission('plenieres.gerer')
  @HttpCode(204)
  supprimer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.decisions.supprimer(acteur, id, version);
  }
}
