import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { GarantieDeReponse, ListeQuestions, Question, QuestionProche } from '@pleniere/participation/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { GarantieService } from './garantie/garantie.service';
import {
  ClassementDto,
  EtapeReponseDto,
  FiltreQuestionsDto,
  QuestionDto,
  ReponseDto,
  TraitementDto,
} from './questions.dto';
import { QuestionsService } from './questions.service';
import { ReponsesQuestions } from './reponses.service';
import { TraitementQuestions } from './traitement.service';

/** Questions of residents: sorting them, answering them. */
@Controller()
export class QuestionsController {
  constructor(
    private readonly questions: QuestionsService,
    private readonly traitement: TraitementQuestions,
    private readonly reponses: ReponsesQuestions,
    private readonly garanties: GarantieService,
  ) {}

  /** The queue of moderation, and the questions chosen by état, quartier, service or fiche: late ones first. */
  @Get('contrats/:contratId/questions')
  @Permission('participation.lire')
  lister(@ActeurCourant() acteur: Acteur, @Query() filtre: FiltreQuestionsDto): Promise<ListeQuestions> {
    return this.questions.lister(acteur.contratId, filtre);
  }

  /** How the guarantee of an answer is kept. */
  @Get('contrats/:contratId/questions/garantie')
  @Permission('participation.lire')
  garantie(@ActeurCourant() acteur: Acteur): Promise<GarantieDeReponse> {
    return this.garanties.lire(acteur.contratId);
  }

  /** Takes down a question heard at a séance or by a mediator; the id comes from the device, so that sending it again adds nothing. */
  @Put('contrats/:contratId/questions/:id')
  @Permission('espaces.animer')
  saisir(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Body() saisie: QuestionDto,
  ): Promise<Question> {
    return this.questions.saisir(acteur, id, saisie);
  }

  /** One question, with its answers and what was done. */
  @Get('questions/:id')
  @Permission('participation.lire')
  lire(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<Question> {
    return this.questions.lire(acteur.contratId, id);
  }

  /** The five questions that say nearly the same. */
  @Get('questions/:id/similaires')
  @Permission('participation.lire')
  similaires(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<QuestionProche[]> {
    return this.questions.similaires(acteur.contratId, id);
  }

  /** Says which quartier and which fiche a question is about. */
  @Patch('questions/:id')
  @Permission('questions.traiter')
  classer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: ClassementDto,
  ): Promise<Question> {
    return this.questions.classer(acteur, id, version, saisie);
  }

  /** Sorts a question: retains it, refuses it, gives it to a service, attaches it to another. */
  @Post('questions/:id/traitement')
  @Permission('questions.traiter')
  @HttpCode(200)
  traiter(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: TraitementDto,
  ): Promise<Question> {
    return this.traitement.traiter(acteur, id, version, saisie);
  }

  /** Keeps the answer being written. */
  @Put('questions/:id/reponse')
  @Permission('questions.repondre')
  ecrire(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: ReponseDto,
  ): Promise<Question> {
    return this.reponses.ecrire(acteur, id, version, saisie);
  }

  /** Proposes the answer, takes it back, or publishes it. */
  @Post('questions/:id/reponse/etapes')
  @Permission('questions.repondre')
  @HttpCode(200)
  avancer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { transition }: EtapeReponseDto,
  ): Promise<Question> {
    return this.reponses.avancer(acteur, id, version, transition);
  }
}
