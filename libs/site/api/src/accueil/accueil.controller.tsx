import { Controller, Get, Param, VERSION_NEUTRAL } from '@nestjs/common';
import { PublicService } from '@pleniere/fiches/api';
import { CadreReader } from '../cadre/cadre.reader';
import { PageHtml, Pages } from '../cadre/page-html.decorator';
import { rendre } from '../gabarit/rendre';
import { QuartiersReader } from '../quartiers/quartiers.reader';
import { PageAccueil } from './page-accueil';

/** Home of a contrat for residents. */
@Controller({ path: 'habitants/:adresse', version: VERSION_NEUTRAL })
@Pages()
export class AccueilDuSiteController {
  constructor(
    private readonly cadres: CadreReader,
    private readonly quartiers: QuartiersReader,
    private readonly fiches: PublicService,
  ) {}

  @Get()
  @PageHtml()
  async accueil(@Param('adresse') adresse: string): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const [quartiers, fiches] = await Promise.all([this.quartiers.lister(cadre.id), this.fiches.fiches(cadre.id)]);
    return rendre(<PageAccueil cadre={cadre} quartiers={quartiers} fiches={fiches} />);
  }
}
