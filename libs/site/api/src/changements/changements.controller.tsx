import { Controller, Get, Param, VERSION_NEUTRAL } from '@nestjs/common';
import { ChangementsPublics } from '@pleniere/participation/api';
import { CadreReader } from '../cadre/cadre.reader';
import { PageHtml, Pages } from '../cadre/page-html.decorator';
import { rendre } from '../gabarit/rendre';
import { PageChangements } from './page-changements';

/** From the words of residents to what changed. */
@Controller({ path: 'habitants/:adresse/changements', version: VERSION_NEUTRAL })
@Pages()
export class ChangementsDuSiteController {
  constructor(
    private readonly cadres: CadreReader,
    private readonly changements: ChangementsPublics,
  ) {}

  @Get()
  @PageHtml()
  async lire(@Param('adresse') adresse: string): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const changements = await this.changements.tous(cadre.id);
    return rendre(<PageChangements {...{ cadre, changements }} />);
  }
}
