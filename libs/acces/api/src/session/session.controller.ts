import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Ip, Post, Put, Req, Res } from '@nestjs/common';
import type { SessionCourante } from '@pleniere/acces/domain';
import { nonConnecte } from '@pleniere/shared/api';
import type { Response } from 'express';
import { Comptes } from '../compte/comptes';
import { Frein } from '../compte/frein';
import { ChangementMotDePasseDto, IdentifiantsDto } from '../compte/mots-de-passe.dto';
import { Connecte, Public } from '../droits/decorateurs';
import type { RequeteConnectee, SessionOuverte } from '../droits/requete';
import { Cookies, secretDe } from './cookies';
import { Sessions } from './sessions';

/** The session of whoever calls. */
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly comptes: Comptes,
    private readonly cookies: Cookies,
    private readonly frein: Frein,
  ) {}

  /** Logs in; the session that the browser held, if any, is closed. */
  @Post()
  @Public()
  async ouvrir(
    @Ip() adresse: string,
    @Body() { email, motDePasse }: IdentifiantsDto,
    @Req() requete: RequeteConnectee,
    @Res({ passthrough: true }) reponse: Response,
  ): Promise<SessionCourante> {
    const ouverte = await this.frein.tenter(email, adresse, () =>
      this.comptes.connecter(email, motDePasse, secretDe(requete)),
    );
    this.cookies.poser(reponse, ouverte);
    return this.sessions.courante(ouverte.acteur);
  }

  /** Who is logged in; 204 when nobody is. */
  @Get()
  @Public()
  async lire(
    @Req() requete: RequeteConnectee,
    @Res({ passthrough: true }) reponse: Response,
  ): Promise<SessionCourante | undefined> {
    reponse.setHeader('Cache-Control', 'no-store');
    const session = await this.sessions.lire(requete);
    if (session) return this.sessions.courante(session.acteur);
    reponse.status(HttpStatus.NO_CONTENT);
    return undefined;
  }

  /** Logs out. */
  @Delete()
  @Connecte()
  @HttpCode(204)
  async fermer(@Req() requete: RequeteConnectee, @Res({ passthrough: true }) reponse: Response): Promise<void> {
    await this.sessions.fermer(sessionDe(requete).id);
    this.cookies.retirer(reponse);
  }

  /** Changes one's password; one's other sessions are closed. */
  @Put('mot-de-passe')
  @Connecte()
  @HttpCode(204)
  async changerMotDePasse(
    @Ip() adresse: string,
    @Req() requete: RequeteConnectee,
    @Body() { ancien, nouveau }: ChangementMotDePasseDto,
  ): Promise<void> {
    const { id, acteur } = sessionDe(requete);
    await this.frein.tenter(acteur.compteId, adresse, () =>
      this.comptes.changerMotDePasse(acteur, id, ancien, nouveau),
    );
  }
}

function sessionDe({ session }: RequeteConnectee): SessionOuverte {
  if (!session) throw nonConnecte();
  return session;
}
