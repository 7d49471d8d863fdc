import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { FicheLue } from '@pleniere/fiches/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { TransitionDto } from './circuit.dto';
import { CircuitService } from './circuit.service';

/** The circuit of a fiche, from brouillon to archive. */
@Controller('fiches/:id/transitions')
export class CircuitController {
  constructor(private readonly circuit: CircuitService) {}

  /** Follows a transition; `If-Match` carries the version of the fiche. */
  @Post()
  @HttpCode(200)
  @Permission('fiches.ecrire')
  suivre(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) ficheId: string,
    @IfMatch() version: number,
    @Body() demande: TransitionDto,
  ): Promise<FicheLue> {
    return this.circuit.suivre(acteur, ficheId, version, demande);
  }
}
