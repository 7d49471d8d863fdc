import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { DemandePrecision } from '@pleniere/fiches/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { PrecisionSaisieDto, ReponsePrecisionDto } from './dialogue.dto';
import { PrecisionsService } from './precisions.service';

/** Precise questions about the fiches, each with somebody to answer and a day. */
@Controller()
export class PrecisionsController {
  constructor(private readonly precisions: PrecisionsService) {}

  /** Puts a question to a person or an organisation. */
  @Post('fiches/:id/precisions')
  @Permission('precisions.demander')
  demander(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) ficheId: string,
    @Body() saisie: PrecisionSaisieDto,
  ): Promise<DemandePrecision> {
    return this.precisions.demander(acteur, ficheId, saisie);
  }

  /** Answers, or corrects the answer until the demande is closed. */
  @Put('precisions/:id/reponse')
  @Permission('dialogue.participer')
  repondre(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { reponse }: ReponsePrecisionDto,
  ): Promise<DemandePrecision> {
    return this.precisions.repondre(acteur, id, version, reponse);
  }

  /** Closes the demande. */
  @Post('precisions/:id/cloture')
  @HttpCode(200)
  @Permission('precisions.demander')
  clore(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<DemandePrecision> {
    return this.precisions.clore(acteur, id, version);
  }
}
