import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Valeur } from '@pleniere/indicateurs/domain';
import { LectureGrille } from './lecture-grille.service';
import { CellulesDto, LotDeValeursDto } from './valeurs.dto';
import { type LotEnregistre, ValeursService } from './valeurs.service';

/** Values by their cells. */
@Controller('contrats/:contratId/valeurs')
export class ValeursController {
  constructor(
    private readonly valeurs: ValeursService,
    private readonly lecture: LectureGrille,
  ) {}

  /** What stands in the named cells now, those that are empty left out: a grid follows others' writing with it. */
  @Get()
  @Permission('indicateurs.lire')
  lire(@ActeurCourant() acteur: Acteur, @Query() { cellules }: CellulesDto): Promise<Valeur[]> {
    return this.lecture.cellules(acteur, cellules);
  }

  /** Writes one cell or a pasted block, all or nothing. */
  @Post()
  @HttpCode(200)
  @Permission('valeurs.saisir')
  enregistrer(@ActeurCourant() acteur: Acteur, @Body() { saisies }: LotDeValeursDto): Promise<LotEnregistre> {
    return this.valeurs.enregistrer(acteur, saisies);
  }
}
