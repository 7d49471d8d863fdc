import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { CaseAFaire, MatriceCampagne, RelancesCampagne } from '@pleniere/fiches/domain';
import { AnneePipe } from '@pleniere/indicateurs/api';
import { IfMatch } from '@pleniere/shared/api';
import { PlaceDeMatriceDto, RelanceDto } from './collecte.dto';
import { CollecteService } from './collecte.service';

/** How the collection of a year goes, and its reminders. */
@Controller('contrats/:contratId/campagnes/:annee')
export class CollecteController {
  constructor(private readonly collecte: CollecteService) {}

  /** Villes × fiches: expected, entered, explained, returned, checked, late. */
  @Get('matrice')
  @Permission('campagnes.lire')
  matrice(@ActeurCourant() acteur: Acteur, @Param('annee', AnneePipe) annee: number): Promise<MatriceCampagne> {
    return this.collecte.matrice(acteur, annee);
  }

  /** Cells still owed on a fiche in a ville. */
  @Get('a-faire')
  @Permission('campagnes.lire')
  aFaire(
    @ActeurCourant() acteur: Acteur,
    @Param('annee', AnneePipe) annee: number,
    @Query() { fiche, ville }: PlaceDeMatriceDto,
  ): Promise<CaseAFaire[]> {
    return this.collecte.aFaire(acteur, annee, fiche, ville ?? null);
  }

  /** Who would be reminded now, and who was. */
  @Get('relances')
  @Permission('campagnes.gerer')
  relances(@ActeurCourant() acteur: Acteur, @Param('annee', AnneePipe) annee: number): Promise<RelancesCampagne> {
    return this.collecte.relances(acteur, annee);
  }

  /** Reminds the chosen people by e-mail, once each. */
  @Post('relances')
  @HttpCode(200)
  @Permission('campagnes.gerer')
  relancer(
    @ActeurCourant() acteur: Acteur,
    @Param('annee', AnneePipe) annee: number,
    @IfMatch() version: number,
    @Body() relance: RelanceDto,
  ): Promise<RelancesCampagne> {
    return this.collecte.relancer(acteur, annee, version, relance);
  }
}
