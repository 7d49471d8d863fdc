import { Controller, Get, Header, Param, Req, VERSION_NEUTRAL } from '@nestjs/common';
import { PublicService } from '@pleniere/fiches/api';
import { Config } from '@pleniere/shared/api';
import type { JSX } from 'preact';
import type { Request } from 'express';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { CadreReader } from '../cadre/cadre.reader';
import { PageHtml, Pages } from '../cadre/page-html.decorator';
import { rendre } from '../gabarit/rendre';
import { QuartiersReader } from '../quartiers/quartiers.reader';
import { PageAccessibilite } from './page-accessibilite';
import { PageDonneesOuvertes } from './page-donnees-ouvertes';
import { PageMentions } from './page-mentions';
import { PageVosDonnees } from './page-vos-donnees';

/** What a public site owes its readers, and what search engines read. */
@Controller({ path: 'habitants/:adresse', version: VERSION_NEUTRAL })
@Pages()
export class InformationsController {
  constructor(
    private readonly cadres: CadreReader,
    private readonly quartiers: QuartiersReader,
    private readonly fiches: PublicService,
    private readonly config: Config,
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
  donneesOuvertes(@Param('adresse') adresse: string): Promise<string> {
    return this.page(adresse, (cadre) => <PageDonneesOuvertes cadre={cadre} />);
  }

  /** Addresses of the pages, for search engines. */
  @Get('sitemap.xml')
  @Header('Content-Type', 'application/xml; charset=utf-8')
  async plan(@Param('adresse') adresse: string, @Req() requete: Request): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const [quartiers, fiches] = await Promise.all([this.quartiers.lister(cadre.id), this.fiches.fiches(cadre.id)]);
    const pages = [
      chemin(cadre),
      ...['quartiers', 'fiches', 'questions', 'consultations'].map((lieu) => chemin(cadre, lieu)),
      ...quartiers.map(({ code }) => chemin(cadre, 'quartiers', code)),
      ...fiches.map(({ code }) => chemin(cadre, 'fiches', code)),
    ];
    requete.res?.setHeader('Cache-Control', 'public, max-age=3600');
    const adresses = pages.map((page) => `<url><loc>${this.config.adresse}${page}</loc></url>`);
    return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${adresses.join('')}</urlset>`;
  }

  private async page(adresse: string, dessiner: (cadre: CadreDuSite) => JSX.Element): Promise<string> {
    return rendre(dessiner(await this.cadres.lire(adresse)));
  }
}
