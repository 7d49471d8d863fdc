import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Enjeu } from '@pleniere/contrat/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { EnjeuDto, EnjeuPartielDto } from './enjeu.dto';
import { EnjeuxService } from './enjeux.service';

/** Enjeux of a contrat. */
@Controller()
export class EnjeuxController {
  constructor(private readonly enjeux: EnjeuxService) {}

  /** Every enjeu with its orientations, in the order of the contrat. */
  @Get('contrats/:contratId/enjeux')
  @Permission('contrat.lire')
  lister(@ActeurCourant() acteur: Acteur): Promise<Enjeu[]> {
    return this.enjeux.lister(acteur.contratId);
  }

  /** Adds an enjeu. */
  @Post('contrats/:contratId/enjeux')
  @Permission('contrat.gerer')
  creer(@ActeurCourant() acteur: Acteur, @Body() saisie: EnjeuDto): Promise<Enjeu> {
    return this.enjeux.creer(acteur, saisie);
  }

  /** Changes an enjeu. */
  @Patch('enjeux/:id')
  @Permission('contrat.gerer')
  modifier(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: EnjeuPartielDto,
  ): Promise<Enjeu> {
    return this.enjeux.modifier(acteur, id, version, saisie);
  }

  /** Deletes an enjeu that carries nothing. */
  @Delete('enjeux/:id')
  @Permission('contrat.gerer')
  @HttpCode(204)
  supprimer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.enjeux.supprimer(acteur, id, version);
  }
}
