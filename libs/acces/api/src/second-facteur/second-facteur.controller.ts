import { Body, Controller, Delete, HttpCode, Ip, Param, Post, Put, Req } from '@nestjs/common';
import type { Acteur, SecondFacteurPropose } from '@pleniere/acces/domain';
import { IdPipe } from '@pleniere/shared/api';
import { Comptes } from '../compte/comptes';
import { MotDePasseDto } from '../compte/mots-de-passe.dto';
import { ActeurCourant, Connecte, Permission } from '../droits/decorateurs';
import { type RequeteConnectee, sessionDe } from '../droits/requete';
import { CodeDto } from './second-facteur.dto';
import { SecondsFacteurs } from './seconds-facteurs';

/** The second factor of one's account, and of somebody who has lost theirs. */
@Controller()
export class SecondFacteurController {
  constructor(
    private readonly comptes: Comptes,
    private readonly seconds: SecondsFacteurs,
  ) {}

  /** Begins to set up a second factor: what to put into an authenticator, shown this once. */
  @Post('compte/second-facteur')
  @Connecte()
  async proposer(
    @Ip() adresse: string,
    @ActeurCourant() acteur: Acteur,
    @Body() { motDePasse }: MotDePasseDto,
  ): Promise<SecondFacteurPropose> {
    const { email } = await this.comptes.exigerMotDePasse(acteur, adresse, motDePasse);
    return this.seconds.proposer(acteur, email);
  }

  /** Makes it active with a first code; gives the recovery codes, shown this once. */
  @Put('compte/second-facteur')
  @Connecte()
  activer(@Req() requete: RequeteConnectee, @Body() { code }: CodeDto): Promise<string[]> {
    const { id, acteur } = sessionDe(requete);
    return this.seconds.activer(acteur, id, code);
  }

  /** Gives new recovery codes in place of the old ones. */
  @Post('compte/second-facteur/codes')
  @Connecte()
  async renouvelerCodes(
    @Ip() adresse: string,
    @ActeurCourant() acteur: Acteur,
    @Body() { motDePasse }: MotDePasseDto,
  ): Promise<string[]> {
    await this.comptes.exigerMotDePasse(acteur, adresse, motDePasse);
    return this.seconds.renouvelerCodes(acteur);
  }

  /** Removes one's second factor. */
  @Post('compte/second-facteur/retrait')
  @Connecte()
  @HttpCode(204)
  async retirer(
    @Ip() adresse: string,
    @ActeurCourant() acteur: Acteur,
    @Body() { motDePasse }: MotDePasseDto,
  ): Promise<void> {
    await this.comptes.exigerMotDePasse(acteur, adresse, motDePasse);
    await this.seconds.retirer(acteur);
  }

  /** Removes the second factor of somebody who has lost it. */
  @Delete('personnes/:id/second-facteur')
  @Permission('comptes.gerer')
  @HttpCode(204)
  reinitialiser(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<void> {
    return this.seconds.reinitialiser(acteur, id);
  }
}
