import { Controller, Get, Param } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { CODE_QPV } from '@pleniere/contrat/domain';
import type { IndicateurPrincipal, QuartierLu, QuartierResume, TableauDeBord } from '@pleniere/fiches/domain';
import { introuvable } from '@pleniere/shared/api';
import { PilotageService } from './pilotage.service';

/** The contrat as a whole: home page and quartiers. */
@Controller('contrats/:contratId')
export class PilotageController {
  constructor(private readonly pilotage: PilotageService) {}

  /** What waits for the caller, what moved, the contrat in one picture. */
  @Get('tableau-de-bord')
  @Permission('fiches.lire')
  tableauDeBord(@ActeurCourant() acteur: Acteur): Promise<TableauDeBord> {
    return this.pilotage.tableauDeBord(acteur);
  }

  /** The main indicator of each fiche, for the list of fiches. */
  @Get('indicateurs-principaux')
  @Permission('fiches.lire')
  principaux(@ActeurCourant() acteur: Acteur): Promise<IndicateurPrincipal[]> {
    return this.pilotage.principaux(acteur);
  }

  /** Every quartier with its fiches and the coverage of its values this year. */
  @Get('quartiers')
  @Permission('fiches.lire')
  quartiers(@ActeurCourant() acteur: Acteur): Promise<QuartierResume[]> {
    return this.pilotage.quartiers(acteur);
  }

  /** One quartier with the fiches that concern it and the values recorded there. */
  @Get('quartiers/:code')
  @Permission('fiches.lire')
  async quartier(@ActeurCourant() acteur: Acteur, @Param('code') code: string): Promise<QuartierLu> {
    if (!CODE_QPV.test(code)) throw introuvable('Ce quartier');
    return this.pilotage.quartier(acteur, code);
  }
}
