import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type AnnulationReferentiel,
  type ApercuReferentiel,
  type ImportReferentiel,
  LIMITES_REFERENTIEL,
} from '@pleniere/contrat/domain';
import { Fichier, type FichierJoint, IdPipe, IfMatch, RecoitUnFichier } from '@pleniere/shared/api';
import { ApplicationReferentielDto, FiltreReferentielDto, LectureReferentielDto } from './imports-referentiel.dto';
import { ImportsReferentielService } from './imports-referentiel.service';

/** Reference files of QPV, communes and populations. */
@Controller()
export class ImportsReferentielController {
  constructor(private readonly imports: ImportsReferentielService) {}

  /** Reads a file, proposes what its columns hold, and shows what it would change; writes nothing of the contrat. */
  @Post('contrats/:contratId/imports-referentiel')
  @Permission('contrat.gerer')
  @RecoitUnFichier(LIMITES_REFERENTIEL.octets)
  deposer(
    @ActeurCourant() acteur: Acteur,
    @Fichier('Joignez un fichier .xlsx, .ods, .csv ou .geojson.') fichier: FichierJoint,
  ): Promise<ApercuReferentiel> {
    return this.imports.deposer(acteur, fichier);
  }

  /** Every import of reference files, newest first. */
  @Get('contrats/:contratId/imports-referentiel')
  @Permission('contrat.gerer')
  lister(@ActeurCourant() acteur: Acteur): Promise<ImportReferentiel[]> {
    return this.imports.lister(acteur);
  }

  /** The preview, as the contrat stands now; the report of what was written once it is applied. */
  @Get('imports-referentiel/:id')
  @Permission('contrat.gerer')
  lire(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Query() filtre: FiltreReferentielDto,
  ): Promise<ApercuReferentiel> {
    return this.imports.lire(acteur, id, filtre);
  }

  /** Says what each column holds, and the year and source of populations; answers the preview made again. */
  @Put('imports-referentiel/:id/colonnes')
  @Permission('contrat.gerer')
  choisirLecture(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() choix: LectureReferentielDto,
  ): Promise<ApercuReferentiel> {
    return this.imports.choisirLecture(acteur, id, version, choix);
  }

  /** Writes the valid lines in one transaction; 412 with the new preview when the contrat changed since. */
  @Post('imports-referentiel/:id/application')
  @HttpCode(200)
  @Permission('contrat.gerer')
  appliquer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Body() { empreinte }: ApplicationReferentielDto,
  ): Promise<ApercuReferentiel> {
    return this.imports.appliquer(acteur, id, empreinte);
  }

  /** Puts back what nobody changed nor used since; answers what was left. */
  @Post('imports-referentiel/:id/annulation')
  @HttpCode(200)
  @Permission('contrat.gerer')
  annuler(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<AnnulationReferentiel> {
    return this.imports.annuler(acteur, id);
  }

  /** Forgets a file that was not applied. */
  @Delete('imports-referentiel/:id')
  @HttpCode(204)
  @Permission('contrat.gerer')
  supprimer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.imports.supprimer(acteur, id, version);
  }
}
