import { Controller, Get, Param, Query, VERSION_NEUTRAL } from '@nestjs/common';
import { PublicService } from '@pleniere/fiches/api';
import { ChangementsPublics, ConsultationsPubliques, QuestionsPubliques } from '@pleniere/participation/api';
import { CadreReader } from '../cadre/cadre.reader';
import { PageHtml, Pages } from '../cadre/page-html.decorator';
import { rendre } from '../gabarit/rendre';
import { FichesPubliquesReader } from './fiches.reader';
import { PageFiche } from './page-fiche';
import { PageFiches } from './page-fiches';

const DERNIERES = 5;

/** What is committed, fiche by fiche, in plain words. */
@Controller({ path: 'habitants/:adresse/fiches', version: VERSION_NEUTRAL })
@Pages()
export class FichesDuSiteController {
  constructor(
    private readonly cadres: CadreReader,
    private readonly changements: ChangementsPublics,
    private readonly codes: FichesPubliquesReader,
    private readonly consultations: ConsultationsPubliques,
    private readonly fiches: PublicService,
    private readonly questions: QuestionsPubliques,
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
    const id = await this.codes.identifiant(cadre.id, fiche.code);
    const [questions, consultations, changements] = await Promise.all([
      this.questions.choisir(cadre.id, { fiche: fiche.code, nombre: DERNIERES }),
      this.consultations.lister(cadre.id),
      id === null ? [] : this.changements.deLaFiche(cadre.id, id),
    ]);
    const dit = { questions, consultations, changements };
    return rendre(<PageFiche {...{ cadre, fiche, dit }} />);
  }
}
