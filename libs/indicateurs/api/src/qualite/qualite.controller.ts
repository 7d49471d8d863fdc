import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { BilanDecision, Verification } from '@pleniere/indicateurs/domain';
import { DecisionDeValeursDto, FiltreVerificationDto } from './qualite.dto';
import { ValidationService } from './validation.service';
import { VerificationService } from './verification.service';

/** What the team makes of the values that come in. */
@Controller('contrats/:contratId/valeurs')
export class QualiteController {
  constructor(
    private readonly verification: VerificationService,
    private readonly validation: ValidationService,
  ) {}

  /** Values of a year that wait for the team or that it returned, with what makes them doubtful. */
  @Get('anomalies')
  @Permission('valeurs.valider')
  lister(@ActeurCourant() acteur: Acteur, @Query() { annee }: FiltreVerificationDto): Promise<Verification> {
    return this.verification.lister(acteur, annee);
  }

  /** Validates values or returns them with a reason, in one transaction; those written meanwhile are told, not touched. */
  @Post('validation')
  @HttpCode(200)
  @Permission('valeurs.valider')
  decider(@ActeurCourant() acteur: Acteur, @Body() decision: DecisionDeValeursDto): Promise<BilanDecision> {
    return this.validation.decider(acteur, decision);
  }
}
