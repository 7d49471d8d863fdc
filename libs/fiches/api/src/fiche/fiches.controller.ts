import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur, EntreeJournal } from '@pleniere/acces/domain';
import type { FacettesFiches, FicheLue, PageFiches } from '@pleniere/fiches/domain';
import { type EnJson, IdPipe } from '@pleniere/shared/api';
import { FicheSaisieDto, FiltresFichesDto } from './fiches.dto';
import { FichesReader } from './fiches.reader';
import { FichesService } from './fiches.service';

/** Fiches projet of a contrat. */
@Controller()
export class FichesController {
  constructor(
    private readonly fiches: FichesService,
    private readonly lectures: FichesReader,
  ) {}

  /** Searches and filters the fiches that the caller may see. */
  @Get('contrats/:contratId/fiches')
  @Permission('fiches.lire')
  lister(@ActeurCourant() acteur: Acteur, @Query() filtres: FiltresFichesDto): Promise<EnJson<PageFiches>> {
    return this.lectures.lister(acteur, filtres);
  }

  /** How many fiches each choice of a filter would give; asked beside the list, once for all of its pages. */
  @Get('contrats/:contratId/fiches/facettes')
  @Permission('fiches.lire')
  facettes(@ActeurCourant() acteur: Acteur, @Query() filtres: FiltresFichesDto): Promise<FacettesFiches> {
    return this.lectures.facettes(acteur, filtres);
  }

  /** Opens a fiche. */
  @Post('contrats/:contratId/fiches')
  @Permission('fiches.creer')
  creer(@ActeurCourant() acteur: Acteur, @Body() saisie: FicheSaisieDto): Promise<FicheLue> {
    return this.fiches.creer(acteur, saisie);
  }

  /** One fiche with everything, by id or by code. */
  @Get('fiches/:ref')
  @Permission('fiches.lire')
  lire(@ActeurCourant() acteur: Acteur, @Param('ref') ref: string): Promise<EnJson<FicheLue>> {
    return this.lectures.lireEnJson(acteur, ref);
  }

  /** The last hundred changes of a fiche. */
  @Get('fiches/:id/historique')
  @Permission('journal.lire')
  historique(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<EntreeJournal[]> {
    return this.fiches.historique(acteur, id);
  }
}
