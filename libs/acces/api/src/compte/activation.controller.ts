import { Body, Controller, Get, HttpCode, Ip, Param, Post } from '@nestjs/common';
import { Public } from '../droits/decorateurs';
import { Comptes, type Titulaire } from './comptes';
import { Frein } from './frein';
import { ActivationDto } from './mots-de-passe.dto';

/** Activation of an account from the link that the team hands over. */
@Public()
@Controller('activation/:jeton')
export class ActivationController {
  constructor(
    private readonly comptes: Comptes,
    private readonly frein: Frein,
  ) {}

  /** Whose account the link opens. */
  @Get()
  lire(@Ip() adresse: string, @Param('jeton') jeton: string): Promise<Titulaire> {
    return this.frein.tenter(jeton, adresse, () => this.comptes.titulaire(jeton));
  }

  /** Sets the password and opens the account. */
  @Post()
  @HttpCode(204)
  activer(@Ip() adresse: string, @Param('jeton') jeton: string, @Body() { motDePasse }: ActivationDto): Promise<void> {
    return this.frein.tenter(jeton, adresse, () => this.comptes.activer(jeton, motDePasse));
  }
}
