import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { DemandeAcces } from '@pleniere/acteurs/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { AcceptationDto, RefusDemandeDto } from './demandes.dto';
import { DemandesService } from './demandes.service';

/** What people without mandat ask of the team. */
@Controller()
export class DemandesController {
  constructor(private readonly demandes: DemandesService) {}

  /** The requests for access, those that wait first. */
  @Get('contrats/:contratId/demandes-acces')
  @Permission('comptes.gerer')
  lister(@ActeurCourant() acteur: Acteur): Promise<DemandeAcces[]> {
    return this.demandes.lister(acteur.contratId);
  }

  /** Lets somebody in: their person, their mandat, and their account linked to their identity. */
  @Post('demandes-acces/:id/acceptation')
  @Permission('comptes.gerer')
  @HttpCode(200)
  accepter(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: AcceptationDto,
  ): Promise<DemandeAcces> {
    return this.demandes.accepter(acteur, id, version, saisie);
  }

  /** Declines, with the reason that they will read. */
  @Post('demandes-acces/:id/refus')
  @Permission('comptes.gerer')
  @HttpCode(200)
  decliner(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { motif }: RefusDemandeDto,
  ): Promise<DemandeAcces> {
    return this.demandes.decliner(acteur, id, version, motif);
  }
}
