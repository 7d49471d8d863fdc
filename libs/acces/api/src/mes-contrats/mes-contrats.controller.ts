import { Body, Controller, Delete, Get, HttpCode, Ip, Param, Post, Req, Res } from '@nestjs/common';
import type { Acteur, MonContrat, SessionCourante } from '@pleniere/acces/domain';
import { IdPipe } from '@pleniere/shared/api';
import type { Response } from 'express';
import { Frein } from '../compte/frein';
import { origineDe } from '../connexions/origine';
import { ActeurCourant, Connecte } from '../droits/decorateurs';
import type { RequeteConnectee } from '../droits/requete';
import { Cookies } from '../session/cookies';
import { Sessions } from '../session/sessions';
import { ContratVouluDto, PreuveDeCompteDto } from './mes-contrats.dto';
import { MesContrats } from './mes-contrats';

/** The contrats in which one person acts. */
@Controller()
export class MesContratsController {
  constructor(
    private readonly contrats: MesContrats,
    private readonly sessions: Sessions,
    private readonly cookies: Cookies,
    private readonly frein: Frein,
  ) {}

  /** One's contrats, that of the session first. */
  @Get('compte/contrats')
  @Connecte()
  lister(@ActeurCourant() acteur: Acteur): Promise<MonContrat[]> {
    return this.contrats.lister(acteur);
  }

  /** Links one's account of another contrat, by its own password. */
  @Post('compte/contrats')
  @Connecte()
  @HttpCode(200)
  relier(
    @Ip() adresse: string,
    @ActeurCourant() acteur: Acteur,
    @Body() preuve: PreuveDeCompteDto,
  ): Promise<MonContrat[]> {
    return this.frein.tenter(preuve.email, adresse, () => this.contrats.relier(acteur, preuve));
  }

  /** Unlinks one's account of a contrat. */
  @Delete('compte/contrats/:contrat')
  @Connecte()
  @HttpCode(204)
  delier(@ActeurCourant() acteur: Acteur, @Param('contrat', IdPipe) contratId: string): Promise<void> {
    return this.contrats.delier(acteur, contratId);
  }

  /** Goes on in another of one's contrats. */
  @Post('session/contrat')
  @Connecte()
  @HttpCode(200)
  async ouvrir(
    @ActeurCourant() acteur: Acteur,
    @Body() { contratId }: ContratVouluDto,
    @Req() requete: RequeteConnectee,
    @Res({ passthrough: true }) reponse: Response,
  ): Promise<SessionCourante> {
    const navigateur = { origine: origineDe(requete), ancienSecret: this.cookies.secret(requete) };
    const session = await this.contrats.ouvrir(acteur, contratId, navigateur);
    this.cookies.poser(reponse, session);
    return this.sessions.courante(session.acteur);
  }
}
