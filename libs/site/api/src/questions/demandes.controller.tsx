import { Controller, Get, Param, Post, Req, VERSION_NEUTRAL } from '@nestjs/common';
import { FichesPubliquesReader } from '../fiches/fiches.reader';
import { PublicService } from '@pleniere/fiches/api';
import { QuestionsPubliques } from '@pleniere/participation/api';
import { indicesPersonnels, LIBELLES_INDICES_PERSONNELS, refusTexteQuestion } from '@pleniere/participation/domain';
import { Config } from '@pleniere/shared/api';
import { isEmail } from 'class-validator';
import type { Request } from 'express';
import type { VNode } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { CadreReader } from '../cadre/cadre.reader';
import { PageHtml, PagePrivee, Pages } from '../cadre/page-html.decorator';
import { agir, aller, refuser } from '../formulaires/aller';
import { Demande, Envoi, Formulaire } from '../formulaires/formulaire';
import { type Refus, refusDesChamps } from '../formulaires/refus';
import { rendre } from '../gabarit/rendre';
import { QuartiersReader } from '../quartiers/quartiers.reader';
import { PagePoser, type QuestionTapee } from './page-poser';
import { PageChercherSuivi, PageDesabonnement, PageSuivi } from './page-suivi';

type ARelire = Partial<Pick<Parameters<typeof PagePoser>[0], 'refus' | 'indices' | 'proches'>>;

/** Asking a question, and following it by its récépissé. */
@Controller({ path: 'habitants/:adresse/questions', version: VERSION_NEUTRAL })
@Pages()
export class DemandesDuSiteController {
  constructor(
    private readonly cadres: CadreReader,
    private readonly codes: FichesPubliquesReader,
    private readonly config: Config,
    private readonly fiches: PublicService,
    private readonly quartiers: QuartiersReader,
    private readonly questions: QuestionsPubliques,
  ) {}

  @Get('poser')
  @PageHtml()
  async poser(@Param('adresse') adresse: string, @Demande() demande: Formulaire): Promise<string> {
    return rendre(await this.page(await this.cadres.lire(adresse), lireTapee(demande)));
  }

  @Post('poser')
  @PagePrivee()
  async envoyer(
    @Param('adresse') adresse: string,
    @Envoi() envoi: Formulaire,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const tapee = lireTapee(envoi);
    const refus = verifier(tapee);
    const page = (dit: Refus): Promise<VNode> => this.page(cadre, tapee, { refus: dit });
    if (refus) return refuser(requete, refus, page);
    if (!envoi.valeur('confirme')) {
      const indices = indicesPersonnels(tapee.texte).map((indice) => LIBELLES_INDICES_PERSONNELS[indice]);
      const proches = await this.questions.repondues(cadre.id, tapee.texte);
      if (indices.length > 0 || proches.length > 0) return rendre(await this.page(cadre, tapee, { indices, proches }));
    }
    const acte = async (): Promise<string> => {
      const ficheId = tapee.fiche ? await this.codes.identifiant(cadre.id, tapee.fiche) : null;
      const posee = { texte: tapee.texte, qpvCode: tapee.quartier || null, ficheId, email: tapee.email || null };
      const recue = await this.questions.poser(cadre.id, { ...posee, confirme: true }, requete.ip ?? '');
      return `${chemin(cadre, 'questions', 'suivi', recue.recepisse)}?recue=1`;
    };
    return agir(requete, acte, page);
  }

  @Get('suivi')
  @PageHtml()
  async chercher(@Param('adresse') adresse: string): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    return rendre(<PageChercherSuivi cadre={cadre} tape="" refus={null} />);
  }

  @Post('suivi')
  @PagePrivee()
  async trouver(
    @Param('adresse') adresse: string,
    @Envoi() envoi: Formulaire,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const tape = envoi.texte('recepisse');
    const recepisse = tape.toUpperCase().replace(/[^0-9A-Z]/g, '');
    const connu = recepisse !== '' && (await this.questions.suivre(cadre.id, recepisse).catch(() => null));
    if (connu) return aller(requete, chemin(cadre, 'questions', 'suivi', recepisse));
    const champs = { recepisse: 'Ce récépissé n’est pas reconnu : vérifiez ses douze signes.' };
    return refuser(requete, { status: 422, message: 'Aucune question trouvée.', champs }, (refus) => (
      <PageChercherSuivi cadre={cadre} tape={tape} refus={refus} />
    ));
  }

  @Get('suivi/:recepisse')
  @PagePrivee()
  async suivre(
    @Param('adresse') adresse: string,
    @Param('recepisse') lu: string,
    @Demande() demande: Formulaire,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const suivi = await this.questions.suivre(cadre.id, lu);
    const recepisse = lu.toUpperCase().replace(/[^0-9A-Z]/g, '');
    const url = this.config.adresse + chemin(cadre, 'questions', 'suivi', recepisse);
    const [recue, oublie] = [demande.texte('recue') !== '', demande.texte('oublie') !== ''];
    return rendre(<PageSuivi {...{ cadre, suivi, recepisse, url, recue, oublie }} />);
  }

  @Get('suivi/:recepisse/desabonnement')
  @PagePrivee()
  async desabonnement(@Param('adresse') adresse: string, @Param('recepisse') recepisse: string): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    await this.questions.suivre(cadre.id, recepisse);
    return rendre(<PageDesabonnement cadre={cadre} recepisse={recepisse} />);
  }

  @Post('suivi/:recepisse/desabonnement')
  @PagePrivee()
  async desabonner(
    @Param('adresse') adresse: string,
    @Param('recepisse') recepisse: string,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    await this.questions.desabonner(cadre.id, recepisse);
    return aller(requete, `${chemin(cadre, 'questions', 'suivi', recepisse)}?oublie=1`);
  }

  private async page(cadre: CadreDuSite, tapee: QuestionTapee, aRelire: ARelire = {}): Promise<VNode> {
    const { refus = null, indices = [], proches = [] } = aRelire;
    const [quartiers, fiches] = await Promise.all([this.quartiers.lister(cadre.id), this.fiches.fiches(cadre.id)]);
    return <PagePoser {...{ cadre, quartiers, fiches, tapee, refus, indices, proches }} />;
  }
}

function lireTapee(envoi: Formulaire): QuestionTapee {
  const [quartier, fiche] = [envoi.texte('quartier'), envoi.texte('fiche')];
  return { texte: envoi.texte('texte'), quartier, fiche, email: envoi.texte('email').trim() };
}

function verifier({ texte, email }: QuestionTapee): Refus | null {
  return refusDesChamps('Votre question n’est pas encore partie. Rien n’est perdu : corrigez ce qui suit.', {
    texte: refusTexteQuestion(texte),
    email: email !== '' && !isEmail(email) && 'Cette adresse électronique n’est pas complète : nom@exemple.fr.',
  });
}
