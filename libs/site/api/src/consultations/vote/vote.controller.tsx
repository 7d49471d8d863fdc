import { Controller, Get, Param, Post, Req, VERSION_NEUTRAL } from '@nestjs/common';
import { ConsultationsPubliques } from '@pleniere/participation/api';
import { GENRES, TRANCHES_AGE, type ValeurVote } from '@pleniere/participation/domain';
import { IdPipe, traduire } from '@pleniere/shared/api';
import { isUUID } from 'class-validator';
import type { Request } from 'express';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../../cadre/cadre';
import { CadreReader } from '../../cadre/cadre.reader';
import { PagePrivee, Pages } from '../../cadre/page-html.decorator';
import { agir, aller } from '../../formulaires/aller';
import { CleDuVisiteur } from '../../formulaires/cle';
import { Demande, Envoi, Formulaire } from '../../formulaires/formulaire';
import type { Refus } from '../../formulaires/refus';
import { rendre } from '../../gabarit/rendre';
import { QuartiersReader } from '../../quartiers/quartiers.reader';
import { basculer } from './boutons-vote';
import { PageFin, SITUATIONS } from './page-fin';
import { PageProposition } from './page-proposition';
import { PageCarte, PageCommencer } from './page-voter';

const VALEURS: Readonly<Record<string, ValeurVote>> = { '1': 1, '-1': -1, '0': 0 };

/** Voting, one proposition at a time: every press is sent, then read again on a page of its own. */
@Controller({ path: 'habitants/:adresse/consultations/:id', version: VERSION_NEUTRAL })
@Pages()
export class VoteDuSiteController {
  constructor(
    private readonly cadres: CadreReader,
    private readonly cle: CleDuVisiteur,
    private readonly consultations: ConsultationsPubliques,
    private readonly quartiers: QuartiersReader,
  ) {}

  /** Where one is: the start, the next card, or the end. */
  @Get('voter')
  @PagePrivee()
  async voter(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Demande() demande: Formulaire,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const consultation = await this.consultations.lire(cadre.id, id);
    if (!consultation.peutVoter) return aller(requete, chemin(cadre, 'consultations', id));
    const serie = await this.consultations.sequenceEnCours(cadre.id, id, this.cle.lire(requete).cle);
    if (!serie) return rendre(<PageCommencer {...{ cadre, consultation, refus: null, code: '' }} />);
    const [carte] = serie.cartes;
    if (carte) return rendre(<PageCarte {...{ cadre, consultation, serie, carte }} />);
    const merci = demande.texte('merci') !== '';
    const profil = serie.profilPossible && demande.texte('profil') !== 'passe';
    const quartiers = await this.quartiers.lister(cadre.id);
    return rendre(<PageFin {...{ cadre, consultation, serie, quartiers, profil, merci }} />);
  }

  /** Begins, or takes twelve others; from the page of a proposition, makes the key that voting there needs. */
  @Post('voter')
  @PagePrivee()
  async commencer(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Envoi() envoi: Formulaire,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const visiteur = this.cle.assurer(requete);
    const propositionId = envoi.texte('proposition');
    if (isUUID(propositionId)) {
      return aller(requete, `${chemin(cadre, 'consultations', id, 'propositions', propositionId)}#vote`);
    }
    const code = envoi.texte('codeHabitant');
    const acte = async (): Promise<string> => {
      const complet = { ...visiteur, codeHabitant: code.trim() || null };
      await this.consultations.sequence(cadre.id, id, complet, envoi.texte('nouvelle') !== '');
      return chemin(cadre, 'consultations', id, 'voter');
    };
    return agir(requete, acte, async (refus) => {
      const consultation = await this.consultations.lire(cadre.id, id);
      return <PageCommencer {...{ cadre, consultation, refus, code }} />;
    });
  }

  @Get('propositions/:propositionId')
  @PagePrivee()
  async proposition(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Param('propositionId', IdPipe) propositionId: string,
    @Demande() demande: Formulaire,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const serie = demande.texte('serie') !== '';
    return rendre(await this.uneProposition(requete, cadre, id, propositionId, serie, null));
  }

  /** Gives, changes, qualifies or takes back a vote. */
  @Post('propositions/:propositionId/vote')
  @PagePrivee()
  async envoyer(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Param('propositionId', IdPipe) propositionId: string,
    @Envoi() envoi: Formulaire,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const [serie, sequence] = [envoi.texte('serie') !== '', envoi.texte('sequence')];
    const valeur = VALEURS[envoi.texte('valeur')] ?? null;
    const vote = {
      valeur,
      qualifications: basculer(envoi.liste('qualifications'), envoi.texte('bascule'), valeur),
      sequenceId: isUUID(sequence) ? sequence : null,
      jeton: envoi.valeur('jeton'),
    };
    const ici = chemin(cadre, 'consultations', id, 'propositions', propositionId);
    const acte = async (): Promise<string> => {
      try {
        await this.consultations.voter(cadre.id, id, propositionId, this.cle.lire(requete), vote);
        return `${ici}${serie ? '?serie=1' : ''}#vote`;
      } catch (erreur) {
        // Taken away since it was dealt: the next card.
        if (serie && traduire(erreur).status === 404) return chemin(cadre, 'consultations', id, 'voter');
        throw erreur;
      }
    };
    return agir(requete, acte, (refus) => this.uneProposition(requete, cadre, id, propositionId, serie, refus));
  }

  /** What somebody says of themselves, or passes over. */
  @Post('profil')
  @PagePrivee()
  async profil(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Envoi() envoi: Formulaire,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const fin = chemin(cadre, 'consultations', id, 'voter');
    if (envoi.texte('passer')) return aller(requete, `${fin}?profil=passe`);
    const quartiers = await this.quartiers.lister(cadre.id);
    const premiereFois = envoi.parmi('premiereFois', ['oui', 'non']);
    await this.consultations.direProfil(cadre.id, id, this.cle.assurer(requete), {
      trancheAge: envoi.parmi('trancheAge', TRANCHES_AGE),
      genre: envoi.parmi('genre', GENRES),
      qpvCode: envoi.parmi(
        'qpvCode',
        quartiers.map(({ code }) => code),
      ),
      situation: envoi.parmi(
        'situation',
        SITUATIONS.map(([slug]) => slug),
      ),
      premiereFois: premiereFois && premiereFois === 'oui',
    });
    return aller(requete, `${fin}?merci=1`);
  }

  private async uneProposition(
    requete: Request,
    cadre: CadreDuSite,
    id: string,
    propositionId: string,
    serie: boolean,
    refus: Refus | null,
  ): Promise<JSX.Element> {
    const { cle } = this.cle.lire(requete);
    const [consultation, proposition] = await Promise.all([
      this.consultations.lire(cadre.id, id),
      this.consultations.proposition(cadre.id, id, propositionId, cle),
    ]);
    if (!consultation.peutVoter || !serie) {
      return <PageProposition {...{ cadre, consultation, proposition, reste: null, refus }} />;
    }
    const encours = await this.consultations.sequenceEnCours(cadre.id, id, cle);
    const reste = encours?.cartes.filter((carte) => carte.id !== propositionId).length ?? 0;
    return <PageProposition {...{ cadre, consultation, proposition, reste, refus }} />;
  }
}
