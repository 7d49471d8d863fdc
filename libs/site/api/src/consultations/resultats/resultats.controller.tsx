import { Controller, Get, Param, VERSION_NEUTRAL } from '@nestjs/common';
import { ConsultationsPubliques } from '@pleniere/participation/api';
import { IdPipe } from '@pleniere/shared/api';
import { CadreReader } from '../../cadre/cadre.reader';
import { PageHtml, Pages } from '../../cadre/page-html.decorator';
import { rendre } from '../../gabarit/rendre';
import { PageResultats } from './page-resultats';

/** The published report of a consultation. */
@Controller({ path: 'habitants/:adresse/consultations/:id/resultats', version: VERSION_NEUTRAL })
@Pages()
export class ResultatsDuSiteController {
  constructor(
    private readonly cadres: CadreReader,
    private readonly consultations: ConsultationsPubliques,
  ) {}

  @Get()
  @PageHtml()
  async lire(@Param('adresse') adresse: string, @Param('id', IdPipe) id: string): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const consultation = await this.consultations.lire(cadre.id, id);
    const resultats = await this.consultations.publies(cadre.id, id);
    return rendre(<PageResultats {...{ cadre, consultation, resultats }} />);
  }
}
