import { Controller, Get, Query } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { FicheDeGrille } from '@pleniere/indicateurs/domain';
import { LectureGrille } from './lecture-grille.service';
import { FiltreGrilleDto } from './valeurs.dto';

/** The grid where values are entered. */
@Controller('contrats/:contratId/grille')
export class GrilleController {
  constructor(private readonly lecture: LectureGrille) {}

  /** Fiches with their indicators, values and the caller's rights; the indicators of a single fiche when it is named. */
  @Get()
  @Permission('indicateurs.lire')
  lire(@ActeurCourant() acteur: Acteur, @Query() { fiche }: FiltreGrilleDto): Promise<FicheDeGrille[]> {
    return this.lecture.lire(acteur, fiche);
  }
}
