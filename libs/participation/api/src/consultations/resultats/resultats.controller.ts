import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Idee, ResultatsConsultation } from '@pleniere/participation/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { IdeeDto } from './idee.dto';
import { Idees } from './idees';
import { Resultats } from './resultats';

/** What a consultation gave, and the ideas that are made of it. */
@Controller()
export class ResultatsController {
  constructor(
    private readonly resultats: Resultats,
    private readonly idees: Idees,
  ) {}

  /** Frozen results, as soon as the analysis starts. */
  @Get('consultations/:id/resultats')
  @Permission('participation.lire')
  lire(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<ResultatsConsultation> {
    return this.resultats.lire(acteur.contratId, id);
  }

  /** Ideas, those of the agenda citoyen first. */
  @Get('consultations/:id/idees')
  @Permission('participation.lire')
  lister(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<Idee[]> {
    return this.idees.lister(acteur.contratId, id);
  }

  /** Adds an idea. */
  @Post('consultations/:id/idees')
  @Permission('consultations.gerer')
  creer(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string, @Body() saisie: IdeeDto): Promise<Idee> {
    return this.idees.creer(acteur, id, saisie);
  }

  /** Changes an idea, or decides of it. */
  @Put('idees/:id')
  @Permission('consultations.gerer')
  modifier(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: IdeeDto,
  ): Promise<Idee> {
    return this.idees.modifier(acteur, id, version, saisie);
  }

  /** Deletes an idea that groups nothing. */
  @Delete('idees/:id')
  @Permission('consultations.gerer')
  @HttpCode(204)
  supprimer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.idees.supprimer(acteur, id, version);
  }
}
