import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Req } from '@nestjs/common';
import { ActeurCourant, Permission, type RequeteConnectee, sessionDe } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { InvitationEnvoyee, Personne } from '@pleniere/acteurs/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { PersonneDto, PersonnePartielleDto } from './personne.dto';
import { PersonnesService } from './personnes.service';

/** People of a contrat, and their accounts. */
@Controller()
export class PersonnesController {
  constructor(private readonly personnes: PersonnesService) {}

  /** Every person of the contrat with mandats and state of the account, by name. */
  @Get('contrats/:contratId/personnes')
  @Permission('acteurs.lire')
  lister(@ActeurCourant() acteur: Acteur): Promise<Personne[]> {
    return this.personnes.lister(acteur.contratId);
  }

  /** Adds a person. */
  @Post('contrats/:contratId/personnes')
  @Permission('acteurs.gerer')
  creer(@ActeurCourant() acteur: Acteur, @Body() saisie: PersonneDto): Promise<Personne> {
    return this.personnes.creer(acteur, saisie);
  }

  /** Changes a person; one's own address, within ten minutes of logging in. */
  @Patch('personnes/:id')
  @Permission('acteurs.gerer')
  modifier(
    @Req() requete: RequeteConnectee,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: PersonnePartielleDto,
  ): Promise<Personne> {
    return this.personnes.modifier(sessionDe(requete), id, version, saisie);
  }

  /** Deletes a person that nothing names. */
  @Delete('personnes/:id')
  @Permission('acteurs.gerer')
  @HttpCode(204)
  supprimer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.personnes.supprimer(acteur, id, version);
  }

  /** Opens the account of a person, or renews their activation link, sent by e-mail; it is shown once. */
  @Post('personnes/:id/invitation')
  @Permission('comptes.gerer')
  inviter(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<InvitationEnvoyee> {
    return this.personnes.inviter(acteur, id);
  }

  /** Closes the account of a person with its sessions. */
  @Delete('personnes/:id/compte')
  @Permission('comptes.gerer')
  @HttpCode(204)
  fermerCompte(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<void> {
    return this.personnes.fermerCompte(acteur, id);
  }
}
