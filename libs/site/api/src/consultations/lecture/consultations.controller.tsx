import { Controller, Get, Param, VERSION_NEUTRAL } from '@nestjs/common';
import { ConsultationsPubliques } from '@pleniere/participation/api';
import { IdPipe } from '@pleniere/shared/api';
import { CadreReader } from '../../cadre/cadre.reader';
import { PageHtml, Pages } from '../../cadre/page-html.decorator';
import { Demande, Formulaire } from '../../formulaires/formulaire';
import { rendre } from '../../gabarit/rendre';
import { PageConsultation } from './page-consultation';
import { PageConsultations } from './page-consultations';
import { PageDesPropositions } from './page-propositions';

/** Consultations, as anybody reads them. */
@Controller({ path: 'habitants/:adresse/consultations', version: VERSION_NEUTRAL })
@Pages()
export class ConsultationsDuSiteController {
  constructor(
    private readonly cadres: CadreReader,
    private readonly consultations: ConsultationsPubliques,
  ) {}

  @Get()
  @PageHtml()
  async lister(@Param('adresse') adresse: string): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    return rendre(<PageConsultations cadre={cadre} consultations={await this.consultations.lister(cadre.id)} />);
  }

  @Get(':id')
  @PageHtml()
  async lire(@Param('adresse') adresse: string, @Param('id', IdPipe) id: string): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const consultation = await this.consultations.lire(cadre.id, id);
    return rendre(<PageConsultation {...{ cadre, consultation }} />);
  }

  @Get(':id/propositions')
  @PageHtml()
  async propositions(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Demande() demande: Formulaire,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const mots = demande.texte('mots').slice(0, 100);
    const [consultation, page] = await Promise.all([
      this.consultations.lire(cadre.id, id),
      this.consultations.page(cadre.id, id, demande.nombre('avant') || null, mots),
    ]);
    return rendre(<PageDesPropositions {...{ cadre, consultation, page, mots }} />);
  }
}
