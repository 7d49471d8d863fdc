import { Body, Controller, Get, HttpCode, Logger, Post, Query, Req, Res } from '@nestjs/common';
import type { FournisseurPropose, IdentiteVue, RefusOidc } from '@pleniere/acces/domain';
import { Base, Config } from '@pleniere/shared/api';
import type { Response } from 'express';
import { Identification } from '../compte/identification';
import { origineDe } from '../connexions/origine';
import { Public } from '../droits/decorateurs';
import type { RequeteConnectee } from '../droits/requete';
import { Cookies } from '../session/cookies';
import { Demandes } from './demandes';
import { Fournisseur, type Retour } from './fournisseur';
import { DemandeAccesDto, DepartDto } from './oidc.dto';
import { Rattachement } from './rattachement';

/** Only an address of this site: a link made by somebody else must not lead elsewhere after the login. */
const adresseInterne = (retour = '/'): string => (/^\/(?![/\\])/.test(retour) ? retour : '/');

/** The login by the identity provider; its ways out are pages of ours, whatever fails. */
@Public()
@Controller('oidc')
export class OidcController {
  private readonly journal = new Logger('Oidc');

  constructor(
    private readonly base: Base,
    private readonly config: Config,
    private readonly cookies: Cookies,
    private readonly demandes: Demandes,
    private readonly fournisseur: Fournisseur,
    private readonly identification: Identification,
    private readonly rattachement: Rattachement,
  ) {}

  /** The identity provider of this server, null when accounts open by password alone. */
  @Get()
  lire(): FournisseurPropose {
    return { libelle: this.fournisseur.regle ? this.config.oidcLibelle : null };
  }

  /** Sends the browser to the provider. */
  @Get('connexion')
  async partir(@Query() { retour }: DepartDto, @Res() reponse: Response): Promise<void> {
    if (!this.fournisseur.regle) return this.refuser(reponse, 'fournisseur-absent');
    try {
      const { adresse, ...depart } = await this.fournisseur.partir();
      const secret = await this.demandes.partir(depart, adresseInterne(retour));
      this.cookies.poserEtape(reponse, 'pleniere_oidc', secret);
      this.rediriger(reponse, adresse);
    } catch (erreur) {
      this.refuser(reponse, 'fournisseur-injoignable', erreur);
    }
  }

  /** Where the provider sends the browser back. */
  @Get('retour')
  async revenir(@Req() requete: RequeteConnectee, @Res() reponse: Response): Promise<void> {
    const depart = this.fournisseur.regle
      ? await this.demandes.revenir(this.cookies.secretEtape(requete, 'pleniere_oidc'))
      : null;
    this.cookies.retirerEtape(reponse, 'pleniere_oidc');
    if (!depart) return this.refuser(reponse, 'demande-perdue');
    const parametres = /\?.*$/s.exec(requete.originalUrl)?.[0] ?? '';
    let retour: Retour;
    try {
      retour = await this.fournisseur.revenir(parametres, depart);
    } catch (erreur) {
      const annulee = await this.fournisseur.estUnRenoncement(erreur);
      return this.refuser(reponse, annulee ? 'identification-annulee' : 'identite-refusee', erreur);
    }
    await this.entrer(requete, reponse, retour, depart.retour);
  }

  /** The identity that this browser has brought back and that nobody here bears. */
  @Get('identite')
  lireIdentite(@Req() requete: RequeteConnectee, @Res({ passthrough: true }) reponse: Response): Promise<IdentiteVue> {
    reponse.setHeader('Cache-Control', 'no-store');
    return this.demandes.lire(this.cookies.secretEtape(requete, 'pleniere_oidc'));
  }

  /** Asks the team to let in the identity that this browser has brought back. */
  @Post('demande')
  @HttpCode(204)
  async demander(
    @Req() requete: RequeteConnectee,
    @Res({ passthrough: true }) reponse: Response,
    @Body() saisie: DemandeAccesDto,
  ): Promise<void> {
    await this.demandes.demander(this.cookies.secretEtape(requete, 'pleniere_oidc'), saisie);
    this.cookies.retirerEtape(reponse, 'pleniere_oidc');
  }

  private async entrer(
    requete: RequeteConnectee,
    reponse: Response,
    { identite, jeton }: Retour,
    suite: string,
  ): Promise<void> {
    const navigateur = { origine: origineDe(requete), ancienSecret: this.cookies.secret(requete) };
    const rattache = await this.rattachement.trouver(identite, navigateur.origine);
    if (rattache === 'sans-mandat') return this.refuser(reponse, 'sans-mandat');
    if (rattache === 'inconnu') {
      this.cookies.poserEtape(reponse, 'pleniere_oidc', await this.demandes.retenir(identite));
      return this.rediriger(reponse, `${this.config.adresse}/connexion/demande`);
    }
    const ouverte = await this.base.transaction((tx) =>
      this.identification.ouvrir(tx, rattache.acteur, 'fournisseur', navigateur, { jetonOidc: jeton }),
    );
    this.cookies.poser(reponse, ouverte);
    this.rediriger(reponse, this.config.adresse + suite);
  }

  private refuser(reponse: Response, refus: RefusOidc, erreur?: unknown): void {
    // What failed, never what was said of anybody.
    if (erreur instanceof Error) this.journal.warn(`${refus} : ${erreur.name}, ${String(Object(erreur).code ?? '')}`);
    this.rediriger(reponse, `${this.config.adresse}/connexion?refus=${refus}`);
  }

  private rediriger(reponse: Response, adresse: string): void {
    reponse.setHeader('Cache-Control', 'no-store');
    reponse.redirect(303, adresse);
  }
}
