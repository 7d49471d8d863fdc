import { Body, Controller, Get, HttpCode, Ip, Param, Post, Put, Req } from '@nestjs/common';
import type { Acteur, ComptePersonne, Connexion, MonCompte, SessionListee } from '@pleniere/acces/domain';
import { Base, IdPipe, introuvable } from '@pleniere/shared/api';
import { Comptes } from '../compte/comptes';
import { Frein } from '../compte/frein';
import { ChangementMotDePasseDto, PreuveDto } from '../compte/mots-de-passe.dto';
import { Preuves } from '../compte/preuves';
import { Connexions } from '../connexions/connexions';
import { ActeurCourant, AvantSecondFacteur, Connecte, Permission } from '../droits/decorateurs';
import { type RequeteConnectee, sessionDe } from '../droits/requete';
import { SecondsFacteurs } from '../second-facteur/seconds-facteurs';
import { Sessions } from '../session/sessions';
import { COMPTE_PERSONNE } from './compte-personne.sql';

/** One's own account: how it opens, its sessions, its log-ins. */
@Controller()
export class MonCompteController {
  constructor(
    private readonly base: Base,
    private readonly comptes: Comptes,
    private readonly connexions: Connexions,
    private readonly frein: Frein,
    private readonly preuves: Preuves,
    private readonly seconds: SecondsFacteurs,
    private readonly sessions: Sessions,
  ) {}

  /** How one's account opens. */
  @Get('compte')
  @Connecte()
  @AvantSecondFacteur()
  async lire(@ActeurCourant() acteur: Acteur): Promise<MonCompte> {
    return { ...(await this.comptes.ouvertures(acteur)), secondFacteur: await this.seconds.etat(acteur) };
  }

  /** One's open sessions, this one first. */
  @Get('compte/sessions')
  @Connecte()
  listerSessions(@Req() requete: RequeteConnectee): Promise<SessionListee[]> {
    const { id, acteur } = sessionDe(requete);
    return this.sessions.lister(acteur, id);
  }

  /** Closes every session of one's account but this one; the password is asked again. */
  @Post('compte/sessions/fermeture')
  @Connecte()
  @HttpCode(204)
  async revoquerLesAutres(
    @Ip() adresse: string,
    @Req() requete: RequeteConnectee,
    @Body() preuve: PreuveDto,
  ): Promise<void> {
    const session = sessionDe(requete);
    await this.preuves.exigerMotDePasse(session, adresse, preuve);
    await this.base.transaction((tx) => this.sessions.revoquer(tx, session.acteur, session.id));
  }

  /** Closes one session of one's account; the password is asked again. */
  @Post('compte/sessions/:id/fermeture')
  @Connecte()
  @HttpCode(204)
  async revoquer(
    @Ip() adresse: string,
    @Req() requete: RequeteConnectee,
    @Param('id', IdPipe) id: string,
    @Body() preuve: PreuveDto,
  ): Promise<void> {
    const session = sessionDe(requete);
    await this.preuves.exigerMotDePasse(session, adresse, preuve);
    await this.sessions.revoquerUne(session.acteur, id);
  }

  /** One's last hundred log-ins, newest first. */
  @Get('compte/connexions')
  @Connecte()
  listerConnexions(@ActeurCourant() acteur: Acteur): Promise<Connexion[]> {
    return this.connexions.lire(acteur);
  }

  /** How the account of a person opens and stands; 404 when they have none. */
  @Get('personnes/:id/compte')
  @Permission('comptes.gerer')
  async lireCompteDe(@ActeurCourant() { contratId }: Acteur, @Param('id', IdPipe) id: string): Promise<ComptePersonne> {
    const cle = [contratId, id];
    const [ligne] = await this.base.lire<{ reponse: ComptePersonne }>('compte-personne', COMPTE_PERSONNE, cle);
    if (!ligne) throw introuvable('Ce compte');
    return ligne.reponse;
  }

  /** The last hundred log-ins of a person, newest first. */
  @Get('personnes/:id/connexions')
  @Permission('comptes.gerer')
  listerConnexionsDe(@ActeurCourant() { contratId }: Acteur, @Param('id', IdPipe) id: string): Promise<Connexion[]> {
    return this.connexions.lire({ contratId, personneId: id });
  }

  /** Changes one's password; one's other sessions are closed. */
  @Put('session/mot-de-passe')
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
