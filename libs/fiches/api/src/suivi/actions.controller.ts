import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Action } from '@pleniere/fiches/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { ActionChangeeDto, ActionSaisieDto } from './actions.dto';
import { ActionsService } from './actions.service';

/** Followed actions of the fiches. */
@Controller()
export class ActionsController {
  constructor(private readonly actions: ActionsService) {}

  /** Adds an action to a fiche. */
  @Post('fiches/:id/actions')
  @Permission('fiches.ecrire')
  creer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) ficheId: string,
    @Body() saisie: ActionSaisieDto,
  ): Promise<Action> {
    return this.actions.creer(acteur, ficheId, saisie);
  }

  /** Changes an action. */
  @Patch('actions/:id')
  @Permission('fiches.ecrire')
  changer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() demande: ActionChangeeDto,
  ): Promise<Action> {
    return this.actions.changer(acteur, id, version, demande);
  }

  /** Removes an action. */
  @Delete('actions/:id')
  @HttpCode(204)
  @Permission('fiches.ecrire')
  supprimer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.actions.supprimer(acteur, id, version);
  }
}
