import { Body, Controller, Delete, Get, HttpStatus, Ip, Post, Req, Res } from '@nestjs/common';
import type { SecondFacteurAttendu, SessionCourante, Sortie } from '@pleniere/acces/domain';
import type { Response } from 'express';
import { Frein } from '../compte/frein';
import { Identification, type Navigateur, type SessionNouvelle } from '../compte/identification';
import { IdentifiantsDto } from '../compte/mots-de-passe.dto';
import { origineDe } from '../connexions/origine';
import { AvantSecondFacteur, Connecte, Public } from '../droits/decorateurs';
import { type RequeteConnectee, sessionDe } from '../droits/requete';
import { Fournisseur } from '../oidc/fournisseur';
import { CodeDto } from '../second-facteur/second-facteur.dto';
import { Cookies } from './cookies';
import { Sessions } from './sessions';

/** The session of whoever calls. */
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly identification: Identification,
    private readonly cookies: Cookies,
    private readonly fournisseur: Fournisseur,
    private readonly frein: Frein,
  ) {}

  /** Logs in; the session that the browser held, if any, is closed. 202 when a second factor is due. */
  @Post()
  @Public()
  async ouvrir(
    @Ip() adresse: string,
    @Body() { email, motDePasse }: IdentifiantsDto,
    @Req() requete: RequeteConnectee,
    @Res({ passthrough: true }) reponse: Response,
  ): Promise<SessionCourante | SecondFacteurAttendu> {
    const identifie = await this.frein.tenter(email, adresse, () =>
      this.identification.parMotDePasse(email, motDePasse, this.navigateurDe(requete)),
    );
    if ('session' in identifie) return this.entrer(reponse, identifie.session);
    this.cookies.poserEtape(reponse, 'pleniere_attente', identifie.attente);
    reponse.status(HttpStatus.ACCEPTED);
    return { secondFacteur: 'attendu' };
  }

  /** Ends a log-in whose password was right: a code of the moment, or a recovery code. */
  @Post('second-facteur')
  @Public()
  async confirmer(
    @Ip() adresse: string,
    @Body() { code }: CodeDto,
    @Req() requete: RequeteConnectee,
    @Res({ passthrough: true }) reponse: Response,
  ): Promise<SessionCourante> {
    const secret = this.cookies.secretEtape(requete, 'pleniere_attente');
    const acteur = await this.identification.enAttente(secret);
    const ouverte = await this.frein.tenterPartout(acteur.compteId, adresse, () =>
      this.identification.parSecondFacteur(acteur, secret, code, this.navigateurDe(requete)),
    );
    this.cookies.retirerEtape(reponse, 'pleniere_attente');
    return this.entrer(reponse, ouverte);
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
    if (session) return this.sessions.courante(session.acteur, session.secondFacteurDu);
    reponse.status(HttpStatus.NO_CONTENT);
    return undefined;
  }

  /** Logs out; 204, or where to log out of the identity provider that had opened the session. */
  @Delete()
  @Connecte()
  @AvantSecondFacteur()
  async fermer(
    @Req() requete: RequeteConnectee,
    @Res({ passthrough: true }) reponse: Response,
  ): Promise<Sortie | undefined> {
    const jeton = await this.sessions.fermer(sessionDe(requete).id);
    this.cookies.retirer(reponse);
    const suite = jeton && (await this.fournisseur.sortir(jeton));
    if (suite) return { suite };
    reponse.status(HttpStatus.NO_CONTENT);
    return undefined;
  }

  /** The browser that logs in. */
  private navigateurDe(requete: RequeteConnectee): Navigateur {
    return { origine: origineDe(requete), ancienSecret: this.cookies.secret(requete) };
  }

  private entrer(reponse: Response, session: SessionNouvelle): Promise<SessionCourante> {
    this.cookies.poser(reponse, session);
    return this.sessions.courante(session.acteur, session.secondFacteurDu);
  }
}
