import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Mandat } from '@pleniere/acteurs/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { MandatDto, MandatPartielDto } from './mandat.dto';
import { MandatsService } from './mandats.service';

/** Mandats of a contrat; they are read with the people. */
@Controller()
export class MandatsController {
  constructor(private readonly mandats: MandatsService) {}

  /** Gives a mandat to a person. */
  @Post('contrats/:contratId/mandats')
  @Permission('acteurs.gerer')
  creer(@ActeurCourant() acteur: Acteur, @Body() saisie: MandatDto): Promise<Mandat> {
    return this.mandats.creer(acteur, saisie);
  }

  /** Changes a mandat, or ends it. */
  @Patch('mandats/:id')
  @Permission('acteurs.gerer')
  modifier(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: MandatPartielDto,
  ): Promise<Mandat> {
    return this.mandats.modifier(acteur, id, version, saisie);
  }

  /** Deletes a mandat given by mistake. */
  @Delete('mandats/:id')
  @Permission('acteurs.gerer')
  @HttpCode(204)
  supprimer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.mandats.supprimer(acteur, id, version);
  }
}
