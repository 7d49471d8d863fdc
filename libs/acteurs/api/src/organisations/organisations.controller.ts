import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Organisation } from '@pleniere/acteurs/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { OrganisationDto, OrganisationPartielleDto } from './organisation.dto';
import { OrganisationsService } from './organisations.service';

/** Organisations of a contrat. */
@Controller()
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  /** Every organisation of the contrat, by name. */
  @Get('contrats/:contratId/organisations')
  @Permission('acteurs.lire')
  lister(@ActeurCourant() acteur: Acteur): Promise<Organisation[]> {
    return this.organisations.lister(acteur.contratId);
  }

  /** Adds an organisation. */
  @Post('contrats/:contratId/organisations')
  @Permission('acteurs.gerer')
  creer(@ActeurCourant() acteur: Acteur, @Body() saisie: OrganisationDto): Promise<Organisation> {
    return this.organisations.creer(acteur, saisie);
  }

  /** Changes an organisation. */
  @Patch('organisations/:id')
  @Permission('acteurs.gerer')
  modifier(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: OrganisationPartielleDto,
  ): Promise<Organisation> {
    return this.organisations.modifier(acteur, id, version, saisie);
  }

  /** Deletes an organisation that nothing names. */
  @Delete('organisations/:id')
  @Permission('acteurs.gerer')
  @HttpCode(204)
  supprimer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.organisations.supprimer(acteur, id, version);
  }
}
