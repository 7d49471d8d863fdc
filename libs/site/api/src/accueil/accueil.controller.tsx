import { Controller, Get, Param, VERSION_NEUTRAL } from '@nestjs/common';
import {
  ChangementsPublics,
  ConsultationsPubliques,
  EspacesReader,
  QuestionsPubliques,
} from '@pleniere/participation/api';
import { CadreReader } from '../cadre/cadre.reader';
import { PageHtml, Pages } from '../cadre/page-html.decorator';
import { FichesPubliquesReader } from '../fiches/fiches.reader';
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
    private readonly consultations: ConsultationsPubliques,
    private readonly espaces: EspacesReader,
    private readonly fiches: FichesPubliquesReader,
    private readonly quartiers: QuartiersReader,
    private readonly questions: QuestionsPubliques,
  ) {}

  @Get()
  @PageHtml()
  async accueil(@Param('adresse') adresse: string): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const [quartiers, enjeux, consultations, questions, espaces, changements] = await Promise.all([
      this.quartiers.lister(cadre.id),
      this.fiches.parEnjeu(cadre.id),
      this.consultations.lister(cadre.id),
      this.questions.choisir(cadre.id, { repondue: true, nombre: DERNIERES }),
      this.espaces.publics(cadre.id),
      this.changements.tous(cadre.id),
    ]);
    return rendre(<PageAccueil {...{ cadre, quartiers, enjeux, consultations, questions, espaces, changements }} />);
  }
}
