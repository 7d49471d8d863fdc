import { Controller, Get, Param, VERSION_NEUTRAL } from '@nestjs/common';
import { PublicService } from '@pleniere/fiches/api';
import {
  ChangementsPublics,
  ConsultationsPubliques,
  EspacesReader,
  QuestionsPubliques,
} from '@pleniere/participation/api';
import { CadreReader } from '../cadre/cadre.reader';
import { PageHtml, Pages } from '../cadre/page-html.decorator';
import { rendre } from '../gabarit/rendre';
import { PageQuartier } from './page-quartier';
import { PageQuartiers } from './page-quartiers';
import { QuartiersReader } from './quartiers.reader';

const DERNIERES = 5;

/** Quartiers: the choice of one's own, and all that concerns it. */
@Controller({ path: 'habitants/:adresse/quartiers', version: VERSION_NEUTRAL })
@Pages()
export class QuartiersDuSiteController {
  constructor(
    private readonly cadres: CadreReader,
    private readonly changements: ChangementsPublics,
    private readonly consultations: ConsultationsPubliques,
    private readonly espaces: EspacesReader,
    private readonly fiches: PublicService,
    private readonly quartiers: QuartiersReader,
    private readonly questions: QuestionsPubliques,
  ) {}

  @Get()
  @PageHtml()
  async lister(@Param('adresse') adresse: string): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    return rendre(<PageQuartiers cadre={cadre} quartiers={await this.quartiers.lister(cadre.id)} />);
  }

  @Get(':code')
  @PageHtml()
  async lire(@Param('adresse') adresse: string, @Param('code') code: string): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const quartier = await this.quartiers.lire(cadre.id, code);
    const [quartiers, fiches, questions, espaces, consultations, changements] = await Promise.all([
      this.quartiers.lister(cadre.id),
      this.fiches.fiches(cadre.id),
      this.questions.choisir(cadre.id, { quartier: code, nombre: DERNIERES }),
      this.espaces.publics(cadre.id, code),
      this.consultations.lister(cadre.id),
      this.changements.duQuartier(cadre.id, code),
    ]);
    const dit = { questions, espaces, consultations, changements };
    return rendre(<PageQuartier {...{ cadre, quartier, quartiers, fiches, dit }} />);
  }
}
