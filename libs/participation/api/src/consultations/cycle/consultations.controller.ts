import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Consultation, ConsultationResume } from '@pleniere/participation/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { CodesHabitants } from '../participants/codes';
import {
  ActeConsultationDto,
  AmorcesDto,
  ChangementDatesDto,
  CodesDto,
  ConsultationDto,
  ConsultationPartielleDto,
} from './consultation.dto';
import { ConsultationsService } from './consultations.service';

/** Consultations of a contrat, for the team. */
@Controller()
export class ConsultationsController {
  constructor(
    private readonly codes: CodesHabitants,
    private readonly consultations: ConsultationsService,
  ) {}

  /** Every consultation, those that are open first. */
  @Get('contrats/:contratId/consultations')
  @Permission('participation.lire')
  lister(@ActeurCourant() acteur: Acteur): Promise<ConsultationResume[]> {
    return this.consultations.lister(acteur.contratId);
  }

  /** Starts a draft. */
  @Post('contrats/:contratId/consultations')
  @Permission('consultations.gerer')
  creer(@ActeurCourant() acteur: Acteur, @Body() saisie: ConsultationDto): Promise<Consultation> {
    return this.consultations.creer(acteur, saisie);
  }

  /** One consultation, with what may be done of it now and what still forbids the rest. */
  @Get('consultations/:id')
  @Permission('participation.lire')
  lire(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<Consultation> {
    return this.consultations.lire(acteur, id);
  }

  /** Changes a consultation; once announced, only what is not a rule. */
  @Patch('consultations/:id')
  @Permission('consultations.gerer')
  modifier(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: ConsultationPartielleDto,
  ): Promise<Consultation> {
    return this.consultations.modifier(acteur, id, version, saisie);
  }

  /** Does an act of its circuit. */
  @Post('consultations/:id/transitions')
  @Permission('consultations.gerer')
  @HttpCode(200)
  agir(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { transition, motif = '' }: ActeConsultationDto,
  ): Promise<Consultation> {
    return this.consultations.agir(acteur, id, version, transition, motif);
  }

  /** Moves its dates: with a public reason once it is announced, never once it is closed. */
  @Put('consultations/:id/dates')
  @Permission('consultations.gerer')
  dater(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { motif, ...dates }: ChangementDatesDto,
  ): Promise<Consultation> {
    return this.consultations.dater(acteur, id, version, dates, motif);
  }

  /** Adds propositions to start from. */
  @Post('consultations/:id/amorces')
  @Permission('consultations.gerer')
  @HttpCode(200)
  amorcer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Body() { amorces }: AmorcesDto,
  ): Promise<Consultation> {
    return this.consultations.amorcer(
      acteur,
      id,
      amorces.map(({ texte }) => texte),
    );
  }

  /** Draws codes to hand out, shown this once. */
  @Post('consultations/:id/codes')
  @Permission('consultations.gerer')
  tirerCodes(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Body() { nombre }: CodesDto,
  ): Promise<string[]> {
    return this.codes.tirer(acteur, id, nombre);
  }
}
