import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  UploadedFiles,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { AnnulationLot, FichierARelire, LotImport, ResumeLot } from '@pleniere/fiches/domain';
import { IdPipe, IfMatch, invalide } from '@pleniere/shared/api';
import { AnnulationService } from './annulation.service';
import { DecisionService } from './decision.service';
import { DepotService } from './depot.service';
import { EnvoiBorne } from './envoi-borne.guard';
import { ChoixRelectureDto, DecisionDto, PlacementDto } from './imports.dto';
import { LIMITES_LECTURE } from './lecture/refus';
import { RelectureService } from './relecture.service';

const ENVOI = {
  limits: { fileSize: LIMITES_LECTURE.octetsArchive, files: LIMITES_LECTURE.fichiers, fields: 0 },
  defParamCharset: 'utf8',
};
const FICHIERS = {
  type: 'object',
  properties: { fichiers: { type: 'array', items: { type: 'string', format: 'binary' } } },
  required: ['fichiers'],
};

/** A file of a multipart request, in memory. */
interface FichierJoint {
  originalname: string;
  buffer: Buffer;
}

/** Existing fiches brought in from Word, OpenDocument, PDF and text. */
@Controller()
export class ImportsFichesController {
  constructor(
    private readonly depot: DepotService,
    private readonly relecture: RelectureService,
    private readonly decision: DecisionService,
    private readonly annulation: AnnulationService,
  ) {}

  /** Opens an import of one or several documents, or of a zip of them; they are read after the answer. */
  @Post('contrats/:contratId/imports-fiches')
  @Permission('fiches.creer')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FICHIERS })
  @UseGuards(EnvoiBorne)
  @UseInterceptors(FilesInterceptor('fichiers', LIMITES_LECTURE.fichiers, ENVOI))
  deposer(@ActeurCourant() acteur: Acteur, @UploadedFiles() fichiers?: FichierJoint[]): Promise<LotImport> {
    const detail = 'Joignez au moins un document .docx, .odt, .pdf ou .txt, ou une archive .zip.';
    if (!fichiers || fichiers.length === 0) throw invalide(detail, [{ pointer: '/fichiers', detail }]);
    return this.depot.deposer(
      acteur,
      fichiers.map(({ originalname, buffer }) => ({ nom: originalname, octets: buffer })),
    );
  }

  /** The imports of the contrat, newest first. */
  @Get('contrats/:contratId/imports-fiches')
  @Permission('fiches.creer')
  lister(@ActeurCourant() acteur: Acteur): Promise<ResumeLot[]> {
    return this.relecture.lister(acteur);
  }

  /** An import and where each of its files stands. */
  @Get('imports-fiches/:id')
  @Permission('fiches.creer')
  lire(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<LotImport> {
    return this.relecture.lire(acteur, id);
  }

  /** A file to review: its text, where each passage goes, the fiche that makes, and the one that it would replace. */
  @Get('imports-fiches/:id/fichiers/:fichierId')
  @Permission('fiches.creer')
  lireFichier(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Param('fichierId', IdPipe) fichierId: string,
  ): Promise<FichierARelire> {
    return this.relecture.lireFichier(acteur, id, fichierId);
  }

  /** Moves passages to other fields; answers the file read again. */
  @Put('imports-fiches/:id/fichiers/:fichierId/placement')
  @Permission('fiches.creer')
  placer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Param('fichierId', IdPipe) fichierId: string,
    @IfMatch() version: number,
    @Body() { passages }: PlacementDto,
  ): Promise<FichierARelire> {
    return this.relecture.placer(acteur, id, fichierId, { version, deplacements: passages });
  }

  /** Keeps what the person ticks until they decide; answers the file as it then stands. */
  @Put('imports-fiches/:id/fichiers/:fichierId/choix')
  @Permission('fiches.creer')
  retenir(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Param('fichierId', IdPipe) fichierId: string,
    @IfMatch() version: number,
    @Body() choix: ChoixRelectureDto,
  ): Promise<FichierARelire> {
    return this.relecture.retenir(acteur, id, fichierId, { version, choix });
  }

  /** Creates a fiche from the file, updates one, or leaves the file aside; answers the import. */
  @Post('imports-fiches/:id/fichiers/:fichierId/decision')
  @HttpCode(200)
  @Permission('fiches.creer')
  decider(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Param('fichierId', IdPipe) fichierId: string,
    @IfMatch() version: number,
    @Body() decision: DecisionDto,
  ): Promise<LotImport> {
    return this.decision.decider(acteur, id, fichierId, { version, decision });
  }

  /** Cancels the whole import: what nobody touched since is put back, the rest is left and told. */
  @Post('imports-fiches/:id/annulation')
  @HttpCode(200)
  @Permission('fiches.creer')
  annuler(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<AnnulationLot> {
    return this.annulation.annuler(acteur, id);
  }
}
