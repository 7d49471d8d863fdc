import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type AnnulationReferentiel,
  type ApercuReferentiel,
  type ImportReferentiel,
  LIMITES_REFERENTIEL,
} from '@pleniere/contrat/domain';
import { IdPipe, IfMatch, invalide } from '@pleniere/shared/api';
import { ApplicationReferentielDto, FiltreReferentielDto, LectureReferentielDto } from './imports-referentiel.dto';
import { ImportsReferentielService } from './imports-referentiel.service';

const ENVOI = { limits: { fileSize: LIMITES_REFERENTIEL.octets, files: 1, fields: 0 }, defParamCharset: 'utf8' };
const FICHIER = {
  type: 'object',
  properties: { fichier: { type: 'string', format: 'binary' } },
  required: ['fichier'],
};

/** A file of a multipart request, in memory. */
interface FichierJoint {
  originalname: string;
  buffer: Buffer;
}

/** Reference files of QPV, communes and populations. */
@Controller()
export class ImportsReferentielController {
  constructor(private readonly imports: ImportsReferentielService) {}

  /** Reads a file, proposes what its columns hold, and shows what it would change; writes nothing of the contrat. */
  @Post('contrats/:contratId/imports-referentiel')
  @Permission('contrat.gerer')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FICHIER })
  @UseInterceptors(FileInterceptor('fichier', ENVOI))
  async deposer(@ActeurCourant() acteur: Acteur, @UploadedFile() fichier?: FichierJoint): Promise<ApercuReferentiel> {
    const detail = 'Joignez un fichier .xlsx, .ods, .csv ou .geojson.';
    if (!fichier) throw invalide(detail, [{ pointer: '/fichier', detail }]);
    return this.imports.deposer(acteur, { nom: fichier.originalname, octets: fichier.buffer });
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
