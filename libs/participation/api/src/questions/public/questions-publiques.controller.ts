import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query, Req } from '@nestjs/common';
import { Public } from '@pleniere/acces/api';
import type {
  MotifRefusQuestion,
  PageQuestions,
  QuestionPublique,
  RecepisseQuestion,
  SuiviQuestion,
} from '@pleniere/participation/domain';
import { IdPipe, introuvable } from '@pleniere/shared/api';
import type { Request } from 'express';
import { QuestionsPubliques } from './questions-publiques';
import { ChoixPublicDto, QuestionPoseeDto, RetourDto } from './questions-publiques.dto';

const NUMERO = new ParseIntPipe({ exceptionFactory: () => introuvable('Cette question') });

/** Questions of residents, for anybody. */
@Controller('public/contrats/:contratId/questions')
@Public()
export class QuestionsPubliquesController {
  constructor(private readonly questions: QuestionsPubliques) {}

  /** Fifty questions, newest first; of a quartier or of a fiche. */
  @Get()
  lister(@Param('contratId', IdPipe) contratId: string, @Query() choix: ChoixPublicDto): Promise<PageQuestions> {
    return this.questions.lister(contratId, choix);
  }

  /** How many questions were refused, by motif. */
  @Get('refus')
  refus(@Param('contratId', IdPipe) contratId: string): Promise<Partial<Record<MotifRefusQuestion, number>>> {
    return this.questions.refusParMotif(contratId);
  }

  /** Asks a question; the récépissé follows it. */
  @Post()
  poser(
    @Param('contratId', IdPipe) contratId: string,
    @Body() posee: QuestionPoseeDto,
    @Req() requete: Request,
  ): Promise<RecepisseQuestion> {
    return this.questions.poser(contratId, posee, requete.ip ?? '');
  }

  /** What became of one's question, by its récépissé. */
  @Get('suivi/:recepisse')
  suivre(@Param('contratId', IdPipe) contratId: string, @Param('recepisse') recepisse: string): Promise<SuiviQuestion> {
    return this.questions.suivre(contratId, recepisse);
  }

  /** Sends no more e-mail about it, and forgets the address. */
  @Post('suivi/:recepisse/desabonnement')
  @HttpCode(204)
  desabonner(@Param('contratId', IdPipe) contratId: string, @Param('recepisse') recepisse: string): Promise<void> {
    return this.questions.desabonner(contratId, recepisse);
  }

  /** One question, with every version of its answer. */
  @Get(':numero')
  lire(
    @Param('contratId', IdPipe) contratId: string,
    @Param('numero', NUMERO) numero: number,
  ): Promise<QuestionPublique> {
    return this.questions.lire(contratId, numero);
  }

  /** Says whether the answer was of use. */
  @Post(':numero/retours')
  @HttpCode(204)
  direUtile(
    @Param('contratId', IdPipe) contratId: string,
    @Param('numero', NUMERO) numero: number,
    @Body() { cle, utile }: RetourDto,
    @Req() requete: Request,
  ): Promise<void> {
    return this.questions.direUtile(contratId, numero, cle, utile, requete.ip ?? '');
  }
}
