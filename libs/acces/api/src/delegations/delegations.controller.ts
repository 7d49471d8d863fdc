import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Acteur, Delegation, DelegationsPersonne } from '@pleniere/acces/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { ActeurCourant, Connecte, Permission } from '../droits/decorateurs';
import { DelegationDto } from './delegations.dto';
import { Delegations } from './delegations';

/** Delegations while one is away; the team can set them for somebody who could not. */
@Controller()
export class DelegationsController {
  constructor(private readonly delegations: Delegations) {}

  /** One's delegations that are not over, and the colleagues who could act in one's place. */
  @Get('compte/delegations')
  @Connecte()
  lire(@ActeurCourant() acteur: Acteur): Promise<DelegationsPersonne> {
    return this.delegations.lire(acteur);
  }

  /** Delegates to a colleague of the same organisation. */
  @Post('compte/delegations')
  @Connecte()
  deleguer(@ActeurCourant() acteur: Acteur, @Body() saisie: DelegationDto): Promise<Delegation> {
    return this.delegations.deleguer(acteur, acteur.personneId, saisie);
  }

  /** Ends one's delegation. */
  @Delete('compte/delegations/:id')
  @Connecte()
  @HttpCode(204)
  mettreFin(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.delegations.mettreFin(acteur, acteur.personneId, id, version);
  }

  /** The delegations of a person that are not over. */
  @Get('personnes/:id/delegations')
  @Permission('comptes.gerer')
  lireDe(@ActeurCourant() { contratId }: Acteur, @Param('id', IdPipe) id: string): Promise<DelegationsPersonne> {
    return this.delegations.lire({ contratId, personneId: id });
  }

  /** Delegates for somebody who could not. */
  @Post('personnes/:id/delegations')
  @Permission('comptes.gerer')
  deleguerPour(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Body() saisie: DelegationDto,
  ): Promise<Delegation> {
    return this.delegations.deleguer(acteur, id, saisie);
  }

  /** Ends the delegation of a person. */
  @Delete('personnes/:id/delegations/:delegationId')
  @Permission('comptes.gerer')
  @HttpCode(204)
  mettreFinPour(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Param('delegationId', IdPipe) delegationId: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.delegations.mettreFin(acteur, id, delegationId, version);
  }
}
