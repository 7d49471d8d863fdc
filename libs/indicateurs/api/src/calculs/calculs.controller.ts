import { Controller, Get, Param } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { ValeurCalculeeLue, ValeurCalculeeResumee } from '@pleniere/indicateurs/domain';
import { IdPipe } from '@pleniere/shared/api';
import { IndicateursService } from '../definitions/indicateurs.service';
import { CalculsReader } from './calculs.reader';

/** Values computed from facts, beside those that are declared. */
@Controller()
export class ValeursCalculeesController {
  constructor(
    private readonly calculs: CalculsReader,
    private readonly indicateurs: IndicateursService,
  ) {}

  /** Those that stand, for every computed indicator. */
  @Get('contrats/:contratId/calculs')
  @Permission('indicateurs.lire')
  lister(@ActeurCourant() acteur: Acteur): Promise<ValeurCalculeeResumee[]> {
    return this.calculs.courantes(acteur);
  }

  /** All that was computed of an indicator, each with the facts behind it. */
  @Get('indicateurs/:id/calculs')
  @Permission('indicateurs.lire')
  async lire(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<ValeurCalculeeLue[]> {
    await this.indicateurs.lire(acteur, id);
    return this.calculs.deLIndicateur(acteur, id);
  }
}
