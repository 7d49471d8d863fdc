import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Seance, SeanceResume } from '@pleniere/plenieres/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { OrdreDuJourDto, SeanceDto, SeancePartielleDto } from './seance.dto';
import { SeancesService } from './seances.service';

/** Séances of the instances of a contrat. */
@Controller()
export class SeancesController {
  constructor(private readonly seances: SeancesService) {}

  /** Every séance, the latest first. */
  @Get('contrats/:contratId/seances')
  @Permission('plenieres.lire')
  lister(@ActeurCourant() acteur: Acteur): Promise<SeanceResume[]> {
    return this.seances.lister(acteur.contratId);
  }

  /** Plans a séance. */
  @Post('contrats/:contratId/seances')
  @Permission('plenieres.gerer')
  creer(@ActeurCourant() acteur: Acteur, @Body() saisie: SeanceDto): Promise<Seance> {
    return this.seances.creer(acteur, saisie);
  }

  /** One séance with its agenda, presences, minutes and decisions. */
  @Get('seances/:id')
  @Permission('plenieres.lire')
  lire(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<Seance> {
    return this.seances.lire(acteur, id);
  }

  /** Changes a séance: its day, its place, who came, what was said. */
  @Patch('seances/:id')
  @Permission('plenieres.gerer')
  modifier(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: SeancePartielleDto,
  ): Promise<Seance> {
    return this.seances.modifier(acteur, id, version, saisie);
  }

  /** Writes the whole agenda; `If-Match` carries the version of the séance. */
  @Put('seances/:id/ordre-du-jour')
  @Permission('plenieres.gerer')
  ordonner(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { points }: OrdreDuJourDto,
  ): Promise<Seance> {
    return this.seances.ordonner(acteur, id, version, points);
  }

  /** Deletes a séance that decided nothing. */
  @Delete('seances/:id')
  @Permission('plenieres.gerer')
  @HttpCode(204)
  supprimer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.seances.supprimer(acteur, id, version);
  }
}
