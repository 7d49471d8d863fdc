import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { HistoriqueValeur, Indicateur, IndicateurAvecValeurs } from '@pleniere/indicateurs/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { FiltresHistoriqueDto } from './historique.dto';
import {
  FiltreIndicateursDto,
  IndicateurModifieDto,
  NouvelIndicateurDto,
  OrdreDto,
  RuptureDto,
} from './indicateur.dto';
import { IndicateursService } from './indicateurs.service';

/** Definitions of the indicators. */
@Controller()
export class IndicateursController {
  constructor(private readonly indicateurs: IndicateursService) {}

  /** Every definition of the contrat, or of one fiche. */
  @Get('contrats/:contratId/indicateurs')
  @Permission('indicateurs.lire')
  lister(@ActeurCourant() acteur: Acteur, @Query() { fiche }: FiltreIndicateursDto): Promise<Indicateur[]> {
    return this.indicateurs.lister(acteur, fiche);
  }

  /** Defines an indicator at the end of its fiche. */
  @Post('contrats/:contratId/indicateurs')
  @Permission('indicateurs.gerer')
  creer(@ActeurCourant() acteur: Acteur, @Body() { origine, ...saisie }: NouvelIndicateurDto): Promise<Indicateur> {
    return this.indicateurs.creer(acteur, saisie, origine);
  }

  /** The context indicators with all their values. */
  @Get('contrats/:contratId/indicateurs/contexte')
  @Permission('indicateurs.lire')
  contexte(@ActeurCourant() acteur: Acteur): Promise<IndicateurAvecValeurs[]> {
    return this.indicateurs.contexte(acteur);
  }

  /** New order of the indicators of a fiche; answers them in that order. */
  @Put('contrats/:contratId/indicateurs/ordre')
  @Permission('indicateurs.gerer')
  ordonner(@ActeurCourant() acteur: Acteur, @Body() { ficheId, ids }: OrdreDto): Promise<Indicateur[]> {
    return this.indicateurs.ordonner(acteur, ficheId, ids);
  }

  /** One definition with all its values. */
  @Get('indicateurs/:id')
  @Permission('indicateurs.lire')
  lire(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<IndicateurAvecValeurs> {
    return this.indicateurs.lire(acteur, id);
  }

  /** Changes a definition: only what is sent. */
  @Patch('indicateurs/:id')
  @Permission('indicateurs.gerer')
  modifier(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { correction, ...saisie }: IndicateurModifieDto,
  ): Promise<Indicateur> {
    return this.indicateurs.modifier(acteur, id, version, saisie, correction);
  }

  /** Starts a new definition from a year on, with a visible break of the series. */
  @Post('indicateurs/:id/ruptures')
  @HttpCode(200)
  @Permission('indicateurs.gerer')
  rompre(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() rupture: RuptureDto,
  ): Promise<Indicateur> {
    return this.indicateurs.rompre(acteur, id, version, rupture);
  }

  /** Deletes a definition that bears no value. */
  @Delete('indicateurs/:id')
  @HttpCode(204)
  @Permission('indicateurs.gerer')
  supprimer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.indicateurs.supprimer(acteur, id, version);
  }

  /** Past states of its values, of one year or territory when named, newest first. */
  @Get('indicateurs/:id/historique')
  @Permission('indicateurs.lire')
  historique(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Query() filtres: FiltresHistoriqueDto,
  ): Promise<HistoriqueValeur[]> {
    return this.indicateurs.historique(acteur, id, filtres);
  }
}
