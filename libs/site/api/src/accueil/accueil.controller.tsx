import { Controller, Get, Param, VERSION_NEUTRAL } from '@nestjs/common';
import { PublicService } from '@pleniere/fiches/api';
import {
  ChangementsPublics,
  ConsultationsPubliques,
  EspacesReader,
  QuestionsPubliques,
} from '@pleniere/participation/api';
import { Config } from '@pleniere/shared/api';
import { chemin } from '../cadre/cadre';
import { CadreReader } from '../cadre/cadre.reader';
import { PageHtml, Pages } from '../cadre/page-html.decorator';
import { rendre } from '../gabarit/rendre';
import { QuartiersReader } from '../quartiers/quartiers.reader';
import { PageAccueil } from './page-accueil';

const DERNIERES = 3;

/** Home of a contrat for residents. */
@Controller({ path: 'habitants/:adresse', version: VERSION_NEUTRAL })
@Pages()
export class AccueilDuSiteController {
  constructor(
    private readonly cadres: CadreReader,
    private readonly changements: ChangementsPublics,
    private readonly config: Config,
    private readonly consultations: ConsultationsPubliques,
    private readonly espaces: EspacesReader,
    private readonly fiches: PublicService,
    private readonly quartiers: QuartiersReader,
    private readonly questions: QuestionsPubliques,
  ) {}

  @Get()
  @PageHtml()
  async accueil(@Param('adresse') adresse: string): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const [quartiers, fiches, consultations, questions, espaces, changements] = await Promise.all([
      this.quartiers.lister(cadre.id),
      this.fiches.fiches(cadre.id),
      this.consultations.lister(cadre.id),
      this.questions.choisir(cadre.id, { repondue: true, nombre: DERNIERES }),
      this.espaces.publics(cadre.id),
      this.changements.tous(cadre.id),
    ]);
    const url = this.config.adresse + chemin(cadre);
    return rendre(
      <PageAccueil {...{ cadre, quartiers, fiches, consultations, questions, espaces, changements, url }} />,
    );
  }
}
