import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Instance } from '@pleniere/plenieres/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { InstanceDto, InstancePartielleDto } from './instance.dto';
import { InstancesService } from './instances.service';

/** Instances of a contrat. */
@Controller()
export class InstancesController {
  constructor(private readonly instances: InstancesService) {}

  /** Every instance, the Assemblée Plénière first. */
  @Get('contrats/:contratId/instances')
  @Permission('plenieres.lire')
  lister(@ActeurCourant() acteur: Acteur): Promise<Instance[]> {
    return this.instances.lister(acteur.contratId);
  }

  /** Adds an instance. */
  @Post('contrats/:contratId/instances')
  @Permission('plenieres.gerer')
  creer(@ActeurCourant() acteur: Acteur, @Body() saisie: InstanceDto): Promise<Instance> {
    return this.instances.creer(acteur, saisie);
  }

  /** Changes an instance. */
  @Patch('instances/:id')
  @Permission('plenieres.gerer')
  modifier(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: InstancePartielleDto,
  ): Promise<Instance> {
    return this.instances.modifier(acteur, id, version, saisie);
  }

  /** Deletes an instance that never met. */
  @Delete('instances/:id')
  @Permission('plenieres.gerer')
  @HttpCode(204)
  supprimer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.instances.supprimer(acteur, id, version);
  }
}
