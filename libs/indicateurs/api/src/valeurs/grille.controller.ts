import { Controller, Get, Query } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { FicheSerree } from '@pleniere/indicateurs/domain';
import { LectureGrille } from './lecture-grille.service';
import { FiltreGrilleDto } from './valeurs.dto';

/** The grid where values are entered. */
@Controller('contrats/:contratId/grille')
export class GrilleController {
  constructor(private readonly lecture: LectureGrille) {}

  /**
   * Fiches with their indicators, values and the caller's rights; the indicators of a single fiche when it is named.
   * A value is a line: annee, territoire, ventilation, version, valeur, absence, qualite, commentaire, source, modifieLe,
   * modifiePar, statut, enRetard, retour.
   */
  @Get()
  @Permission('indicateurs.lire')
  lire(@ActeurCourant() acteur: Acteur, @Query() { fiche }: FiltreGrilleDto): Promise<FicheSerree[]> {
    return this.lecture.lire(acteur, fiche);
  }
}
