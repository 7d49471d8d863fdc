import { Body, Controller, Delete, HttpCode, Ip, Param, Post, Put, Req } from '@nestjs/common';
import type { Acteur, SecondFacteurPropose } from '@pleniere/acces/domain';
import { IdPipe } from '@pleniere/shared/api';
import { PreuveDto } from '../compte/mots-de-passe.dto';
import { Preuves } from '../compte/preuves';
import { ActeurCourant, AvantSecondFacteur, Connecte, Permission } from '../droits/decorateurs';
import { type RequeteConnectee, sessionDe } from '../droits/requete';
import { CodeDto } from './second-facteur.dto';
import { SecondsFacteurs } from './seconds-facteurs';

/** The second factor of one's account, and of somebody who has lost theirs. */
@Controller()
export class SecondFacteurController {
  constructor(
    private readonly preuves: Preuves,
    private readonly seconds: SecondsFacteurs,
  ) {}

  /** Begins to set up a second factor: what to put into an authenticator, shown this once. */
  @Post('compte/second-facteur')
  @Connecte()
  @AvantSecondFacteur()
  async proposer(
    @Ip() adresse: string,
    @Req() requete: RequeteConnectee,
    @Body() preuve: PreuveDto,
  ): Promise<SecondFacteurPropose> {
    const session = sessionDe(requete);
    return this.seconds.proposer(session.acteur, await this.preuves.exigerMotDePasse(session, adresse, preuve));
  }

  /** Makes it active with a first code; gives the recovery codes, shown this once. */
  @Put('compte/second-facteur')
  @Connecte()
  @AvantSecondFacteur()
  activer(@Req() requete: RequeteConnectee, @Body() { code }: CodeDto): Promise<string[]> {
    const { id, acteur } = sessionDe(requete);
    return this.seconds.activer(acteur, id, code);
  }

  /** Gives new recovery codes in place of the old ones. */
  @Post('compte/second-facteur/codes')
  @Connecte()
  async renouvelerCodes(
    @Ip() adresse: string,
    @Req() requete: RequeteConnectee,
    @Body() preuve: PreuveDto,
  ): Promise<string[]> {
    const session = sessionDe(requete);
    await this.preuves.exigerTout(session, adresse, preuve);
    return this.seconds.renouvelerCodes(session.acteur);
  }

  /** Removes one's second factor. */
  @Post('compte/second-facteur/retrait')
  @Connecte()
  @HttpCode(204)
  async retirer(@Ip() adresse: string, @Req() requete: RequeteConnectee, @Body() preuve: PreuveDto): Promise<void> {
    const session = sessionDe(requete);
    await this.preuves.exigerTout(session, adresse, preuve);
    await this.seconds.retirer(session.acteur);
  }

  /** Removes the second factor of somebody who has lost it. */
  @Delete('personnes/:id/second-facteur')
  @Permission('comptes.gerer')
  @HttpCode(204)
  reinitialiser(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<void> {
    return this.seconds.reinitialiser(acteur, id);
  }
}
