import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, StreamableFile } from '@nestjs/common';
import { ActeurCourant, Permission, Public } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { AppelProjets, ConsultationExterne, LectureExterne } from '@pleniere/participation/domain';
import { Fichier, type FichierJoint, IdPipe, IfMatch, RecoitUnFichier } from '@pleniere/shared/api';
import { LIMITES_TABLEUR } from '@pleniere/shared/domain';
import { Appels } from './appels';
import { ExportConsultations } from './export';
import { ConsultationsExternes } from './externes';
import { AppelProjetsDto, CandidatureDto, ConsultationExterneDto, InstructionDto } from './suites.dto';

/** What follows a consultation: calls for projects, open data, and the consultations of others. */
@Controller()
export class SuitesConsultationsController {
  constructor(
    private readonly appels: Appels,
    private readonly externes: ConsultationsExternes,
    private readonly exports: ExportConsultations,
  ) {}

  /** Calls for projects of a consultation, with every candidature. */
  @Get('consultations/:id/appels')
  @Permission('participation.lire')
  lister(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<AppelProjets[]> {
    return this.appels.lister(acteur.contratId, id);
  }

  /** Opens a call for projects. */
  @Post('consultations/:id/appels')
  @Permission('consultations.gerer')
  creer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Body() saisie: AppelProjetsDto,
  ): Promise<AppelProjets> {
    return this.appels.creer(acteur, id, saisie);
  }

  /** Changes a call for projects. */
  @Put('appels/:id')
  @Permission('consultations.gerer')
  modifier(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: AppelProjetsDto,
  ): Promise<AppelProjets> {
    return this.appels.modifier(acteur, id, version, saisie);
  }

  /** Publishes its laureates. */
  @Post('appels/:id/laureats')
  @Permission('consultations.gerer')
  @HttpCode(200)
  publier(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<AppelProjets> {
    return this.appels.publier(acteur, id, version);
  }

  /** Files a candidature. */
  @Post('appels/:id/candidatures')
  @Permission('consultations.gerer')
  deposer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Body() saisie: CandidatureDto,
  ): Promise<AppelProjets> {
    return this.appels.deposer(acteur, id, saisie);
  }

  /** Notes a candidature by criterion, and decides. */
  @Put('candidatures/:id')
  @Permission('consultations.gerer')
  instruire(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: InstructionDto,
  ): Promise<AppelProjets> {
    return this.appels.instruire(acteur, id, version, saisie);
  }

  /** Consultations that others held. */
  @Get('contrats/:contratId/consultations-externes')
  @Permission('participation.lire')
  autres(@ActeurCourant() acteur: Acteur): Promise<ConsultationExterne[]> {
    return this.externes.lister(acteur.contratId);
  }

  /** Records one, with its source. */
  @Post('contrats/:contratId/consultations-externes')
  @Permission('consultations.gerer')
  ajouter(@ActeurCourant() acteur: Acteur, @Body() saisie: ConsultationExterneDto): Promise<ConsultationExterne> {
    return this.externes.creer(acteur, saisie);
  }

  /** Reads a file of one, to be looked at before anything is recorded. */
  @Post('contrats/:contratId/consultations-externes/lecture')
  @Permission('consultations.gerer')
  @HttpCode(200)
  @RecoitUnFichier(LIMITES_TABLEUR.octets)
  lireFichier(@Fichier('Joignez un fichier .xlsx, .ods ou .csv.') { octets }: FichierJoint): Promise<LectureExterne> {
    return this.externes.lireFichier(octets);
  }

  /** Writes it again. */
  @Put('consultations-externes/:id')
  @Permission('consultations.gerer')
  corriger(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: ConsultationExterneDto,
  ): Promise<ConsultationExterne> {
    return this.externes.modifier(acteur, id, version, saisie);
  }

  /** Takes it away. */
  @Delete('consultations-externes/:id')
  @Permission('consultations.gerer')
  @HttpCode(204)
  retirer(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.externes.supprimer(acteur, id, version);
  }

  /** Open data of a published consultation: a zip of CSV files. */
  @Get('public/contrats/:contratId/consultations/:id/donnees.zip')
  @Public()
  async donnees(
    @Param('contratId', IdPipe) contratId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<StreamableFile> {
    const disposition = `attachment; filename="consultation-${id}.zip"`;
    return new StreamableFile(await this.exports.zip(contratId, id), { type: 'application/zip', disposition });
  }
}
