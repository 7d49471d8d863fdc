import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { LotDeValeursDto } from './valeurs.dto';
import { type LotEnregistre, ValeursService } from './valeurs.service';

/** Entry of values. */
@Controller('contrats/:contratId/valeurs')
export class ValeursController {
  constructor(private readonly valeurs: ValeursService) {}

  /** Writes one cell or a pasted block, all or nothing. */
  @Post()
  @HttpCode(200)
  @Permission('valeurs.saisir')
  enregistrer(@ActeurCourant() acteur: Acteur, @Body() { saisies }: LotDeValeursDto): Promise<LotEnregistre> {
    return this.valeurs.enregistrer(acteur, saisies);
  }
}
