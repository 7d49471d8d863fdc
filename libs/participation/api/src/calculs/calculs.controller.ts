import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { ValeurCalculeeLue } from '@pleniere/indicateurs/domain';
import { IdPipe } from '@pleniere/shared/api';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { CalculsService } from './calculs.service';

/** Which year to compute. */
export class CalculDemandeDto {
  @IsOptional()
  @IsInt()
  @Min(2000)
  @Max(2100)
  annee?: number;
}

/** Computations asked for now. */
@Controller()
export class CalculsController {
  constructor(private readonly calculs: CalculsService) {}

  /** Computes an indicator from the facts of now; the same facts add nothing. */
  @Post('indicateurs/:id/calculs')
  @HttpCode(200)
  @Permission('indicateurs.gerer')
  calculer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Body() { annee }: CalculDemandeDto,
  ): Promise<ValeurCalculeeLue[]> {
    return this.calculs.calculer(acteur, id, annee);
  }
}
