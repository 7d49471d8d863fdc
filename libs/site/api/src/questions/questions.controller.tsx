import { Controller, Get, Param, Post, Req, VERSION_NEUTRAL } from '@nestjs/common';
import { QuestionsPubliques } from '@pleniere/participation/api';
import { introuvable } from '@pleniere/shared/api';
import type { Request } from 'express';
import { chemin } from '../cadre/cadre';
import { CadreReader } from '../cadre/cadre.reader';
import { PageHtml, Pages } from '../cadre/page-html.decorator';
import { aller } from '../formulaires/aller';
import { CleDuVisiteur } from '../formulaires/cle';
import { Demande, Envoi, Formulaire } from '../formulaires/formulaire';
import { rendre } from '../gabarit/rendre';
import { QuartiersReader } from '../quartiers/quartiers.reader';
import { PageQuestion } from './page-question';
import { ETATS_CHOISIS, PageDesQuestions, PAR_PAGE } from './page-questions';

/** Questions of residents and the answers that they were given. */
@Controller({ path: 'habitants/:adresse/questions', version: VERSION_NEUTRAL })
@Pages()
export class QuestionsDuSiteController {
  constructor(
    private readonly cadres: CadreReader,
    private readonly cle: CleDuVisiteur,
    private readonly quartiers: QuartiersReader,
    private readonly questions: QuestionsPubliques,
  ) {}

  @Get()
  @PageHtml()
  async lister(@Param('adresse') adresse: string, @Demande() demande: Formulaire): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const quartiers = await this.quartiers.lister(cadre.id);
    const quartier = demande.parmi(
      'quartier',
      quartiers.map(({ code }) => code),
    );
    const etat = demande.parmi(
      'etat',
      ETATS_CHOISIS.map(([slug]) => slug),
    );
    const debut = demande.nombre('debut');
    const repondue = etat && etat === 'repondues';
    const [page, refus] = await Promise.all([
      this.questions.choisir(cadre.id, { quartier, repondue, debut, nombre: PAR_PAGE }),
      this.questions.refusParMotif(cadre.id),
    ]);
    const choix = { quartier: quartier ?? '', etat: etat ?? '', debut };
    return rendre(<PageDesQuestions {...{ cadre, quartiers, page, refus, choix }} />);
  }

  @Get(':numero')
  @PageHtml()
  async lire(
    @Param('adresse') adresse: string,
    @Param('numero') numero: string,
    @Demande() demande: Formulaire,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const question = await this.questions.lire(cadre.id, lireNumero(numero));
    const merci = demande.texte('merci') !== '';
    return rendre(<PageQuestion {...{ cadre, question, merci }} />);
  }

  /** Says whether the answer was of use. */
  @Post(':numero/utile')
  @PageHtml()
  async utile(
    @Param('adresse') adresse: string,
    @Param('numero') numero: string,
    @Envoi() envoi: Formulaire,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const page = chemin(cadre, 'questions', String(lireNumero(numero)));
    const utile = envoi.parmi('utile', ['oui', 'non']);
    if (utile === null) return aller(requete, `${page}#utile`);
    const { cle, ip } = this.cle.assurer(requete);
    await this.questions.direUtile(cadre.id, lireNumero(numero), cle, utile === 'oui', ip);
    return aller(requete, `${page}?merci=1#utile`);
  }
}

function lireNumero(lu: string): number {
  if (!/^\d{1,9}$/.test(lu)) throw introuvable('Cette question');
  return Number(lu);
}
