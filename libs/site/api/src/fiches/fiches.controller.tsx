import { Controller, Get, Param, Query, VERSION_NEUTRAL } from '@nestjs/common';
import { PublicService } from '@pleniere/fiches/api';
import { Config } from '@pleniere/shared/api';
import { chemin } from '../cadre/cadre';
import { CadreReader } from '../cadre/cadre.reader';
import { PageHtml, Pages } from '../cadre/page-html.decorator';
import { rendre } from '../gabarit/rendre';
import { PageFiche } from './page-fiche';
import { PageFiches } from './page-fiches';

/** What is committed, fiche by fiche, in plain words. */
@Controller({ path: 'habitants/:adresse/fiches', version: VERSION_NEUTRAL })
@Pages()
export class FichesDuSiteController {
  constructor(
    private readonly cadres: CadreReader,
    private readonly fiches: PublicService,
    private readonly config: Config,
  ) {}

  /** Fiches in force, by enjeu; of one quartier when asked. */
  @Get()
  @PageHtml()
  async lister(@Param('adresse') adresse: string, @Query('quartier') quartier?: string): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const fiches = await this.fiches.fiches(cadre.id);
    return rendre(<PageFiches cadre={cadre} fiches={fiches} quartier={String(quartier ?? '')} />);
  }

  /** One fiche in force. */
  @Get(':code')
  @PageHtml()
  async lire(@Param('adresse') adresse: string, @Param('code') code: string): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const fiche = await this.fiches.fiche(cadre.id, code);
    return rendre(<PageFiche cadre={cadre} fiche={fiche} url={this.config.adresse + chemin(cadre, 'fiches', code)} />);
  }
}
