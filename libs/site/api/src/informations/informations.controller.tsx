import { Controller, Get, Header, Param, Req, VERSION_NEUTRAL } from '@nestjs/common';
import { PublicService } from '@pleniere/fiches/api';
import { ConsultationsPubliques, QuestionsPubliques } from '@pleniere/participation/api';
import { Config } from '@pleniere/shared/api';
import type { JSX } from 'preact';
import type { Request } from 'express';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { CadreReader } from '../cadre/cadre.reader';
import { PageHtml, Pages } from '../cadre/page-html.decorator';
import { rendre } from '../gabarit/rendre';
import { QuartiersReader } from '../quartiers/quartiers.reader';
import { ecrireQuestions } from './csv-questions';
import { PageAccessibilite } from './page-accessibilite';
import { PageDonneesOuvertes } from './page-donnees-ouvertes';
import { PageMentions } from './page-mentions';
import { PageVosDonnees } from './page-vos-donnees';

/** Far more than a contrat receives in its six years. */
const QUESTIONS_MAX = 20_000;

/** What a public site owes its readers, and what search engines read. */
@Controller({ path: 'habitants/:adresse', version: VERSION_NEUTRAL })
@Pages()
export class InformationsController {
  constructor(
    private readonly cadres: CadreReader,
    private readonly config: Config,
    private readonly consultations: ConsultationsPubliques,
    private readonly fiches: PublicService,
    private readonly quartiers: QuartiersReader,
    private readonly questions: QuestionsPubliques,
  ) {}

  @Get('accessibilite')
  @PageHtml()
  accessibilite(@Param('adresse') adresse: string): Promise<string> {
    return this.page(adresse, (cadre) => <PageAccessibilite cadre={cadre} />);
  }

  @Get('mentions-legales')
  @PageHtml()
  mentions(@Param('adresse') adresse: string): Promise<string> {
    return this.page(adresse, (cadre) => <PageMentions cadre={cadre} />);
  }

  @Get('vos-donnees')
  @PageHtml()
  vosDonnees(@Param('adresse') adresse: string): Promise<string> {
    return this.page(adresse, (cadre) => <PageVosDonnees cadre={cadre} />);
  }

  @Get('donnees-ouvertes')
  @PageHtml()
  async donneesOuvertes(@Param('adresse') adresse: string): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const consultations = (await this.consultations.lister(cadre.id)).filter(({ restituee }) => restituee);
    return rendre(<PageDonneesOuvertes cadre={cadre} consultations={consultations} />);
  }

  /** Questions and their answers, one row each. */
  @Get('donnees-ouvertes/questions.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="questions.csv"')
  async csvQuestions(@Param('adresse') adresse: string): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const { questions } = await this.questions.choisir(cadre.id, { nombre: QUESTIONS_MAX });
    return ecrireQuestions(questions);
  }

  /** Addresses of the pages, for search engines. */
  @Get('sitemap.xml')
  @Header('Content-Type', 'application/xml; charset=utf-8')
  async plan(@Param('adresse') adresse: string, @Req() requete: Request): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const [quartiers, fiches, consultations, questions] = await Promise.all([
      this.quartiers.lister(cadre.id),
      this.fiches.fiches(cadre.id),
      this.consultations.lister(cadre.id),
      this.questions.choisir(cadre.id, { nombre: QUESTIONS_MAX }),
    ]);
    const pages = [
      chemin(cadre),
      ...['quartiers', 'fiches', 'questions', 'consultations', 'changements'].map((lieu) => chemin(cadre, lieu)),
      ...quartiers.map(({ code }) => chemin(cadre, 'quartiers', code)),
      ...fiches.map(({ code }) => chemin(cadre, 'fiches', code)),
      ...questions.questions.map(({ numero }) => chemin(cadre, 'questions', String(numero))),
      ...consultations.flatMap(({ id, restituee }) => [
        chemin(cadre, 'consultations', id),
        ...(restituee ? [chemin(cadre, 'consultations', id, 'resultats')] : []),
      ]),
    ];
    requete.res?.setHeader('Cache-Control', 'public, max-age=3600');
    const adresses = pages.map((page) => `<url><loc>${this.config.adresse}${page}</loc></url>`);
    return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${adresses.join('')}</urlset>`;
  }

  private async page(adresse: string, dessiner: (cadre: CadreDuSite) => JSX.Element): Promise<string> {
    return rendre(dessiner(await this.cadres.lire(adresse)));
  }
}
