import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ActeurCourant, Permission, Public } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { ChangementPublic, LienContribution, NiveauxDits, SuggestionFiche } from '@pleniere/participation/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { ChangementsPublics } from './changements-publics';
import { DecisionSaisieDto, FiltreChangementsDto, FiltreLiensDto, LienSaisiDto, TexteSuggereDto } from './liens.dto';
import { LiensService } from './liens.service';
import { NiveauxReader } from './niveaux.reader';

/** Links of what residents said, and what it changed. */
@Controller()
export class LiensController {
  constructor(
    private readonly liens: LiensService,
    private readonly publics: ChangementsPublics,
    private readonly niveaux: NiveauxReader,
  ) {}

  /** Links of a question, a séance, an idea, a proposition, a fiche, an indicator or a quartier. */
  @Get('contrats/:contratId/liens')
  @Permission('participation.lire')
  lister(@ActeurCourant() acteur: Acteur, @Query() filtre: FiltreLiensDto): Promise<LienContribution[]> {
    return this.liens.lister(acteur, filtre);
  }

  /** Fiches that a text is most probably about. */
  @Post('contrats/:contratId/liens/suggestions')
  @HttpCode(200)
  @Permission('participation.lire')
  suggerer(@ActeurCourant() acteur: Acteur, @Body() { texte }: TexteSuggereDto): Promise<SuggestionFiche[]> {
    return this.liens.suggerer(acteur, texte);
  }

  /** Links what was said to a fiche, an action or an indicator. */
  @Post('contrats/:contratId/liens')
  @Permission('contributions.lier')
  lier(@ActeurCourant() acteur: Acteur, @Body() saisie: LienSaisiDto): Promise<LienContribution> {
    return this.liens.lier(acteur, saisie);
  }

  /** Undoes a link. */
  @Delete('liens/:id')
  @HttpCode(204)
  @Permission('contributions.lier')
  delier(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.liens.delier(acteur, id, version);
  }

  /** Says what became of a contribution. */
  @Put('liens/:id/decision')
  @Permission('contributions.lier')
  decider(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: DecisionSaisieDto,
  ): Promise<LienContribution> {
    return this.liens.decider(acteur, id, version, saisie);
  }

  /** How far residents weigh in the actions and weighed at the séances, each level with what it rests on. */
  @Get('contrats/:contratId/niveaux-participation')
  @Permission('participation.lire')
  lireNiveaux(@ActeurCourant() acteur: Acteur): Promise<NiveauxDits> {
    return this.niveaux.lire(acteur);
  }

  /** What contributions changed: of the contrat, of a fiche, of a quartier or of a question. */
  @Get('public/contrats/:contratId/changements')
  @Public()
  changements(
    @Param('contratId', IdPipe) contratId: string,
    @Query() { fiche, quartier, question }: FiltreChangementsDto,
  ): Promise<ChangementPublic[]> {
    if (question !== undefined) return this.publics.deLaQuestion(contratId, Number(question));
    if (fiche !== undefined) return this.publics.deLaFiche(contratId, fiche);
    return quartier === undefined ? this.publics.tous(contratId) : this.publics.duQuartier(contratId, quartier);
  }
}
