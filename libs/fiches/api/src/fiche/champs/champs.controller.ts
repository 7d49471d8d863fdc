import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { estChampEcrit, type ChampEnregistre } from '@pleniere/fiches/domain';
import { IdPipe, IfMatch, introuvable } from '@pleniere/shared/api';
import { ChampsService } from './champs.service';

/** The fields of a fiche. */
@Controller('fiches/:id/champs')
export class ChampsController {
  constructor(private readonly champs: ChampsService) {}

  /** Writes one field; `If-Match` carries the version of the field, "0" when it was never written. */
  @Put(':champ')
  @Permission('fiches.ecrire')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['valeur'],
      additionalProperties: false,
      properties: { valeur: { description: 'Value in the shape of the field (see the registry).' } },
    },
  })
  ecrire(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) ficheId: string,
    @Param('champ') champ: string,
    @IfMatch() version: number,
    @Body() corps: unknown,
  ): Promise<ChampEnregistre> {
    if (!estChampEcrit(champ)) throw introuvable('Ce champ');
    return this.champs.ecrire(acteur, { ficheId, champ, version, corps });
  }
}
