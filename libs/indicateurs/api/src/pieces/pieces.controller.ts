import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { LIMITES_PIECE, type Piece } from '@pleniere/indicateurs/domain';
import { IdPipe, invalide } from '@pleniere/shared/api';
import type { Response } from 'express';
import { FiltrePiecesDto, PieceSaisieDto } from './pieces.dto';
import { PiecesService } from './pieces.service';

const ENVOI = {
  limits: { fileSize: LIMITES_PIECE.octets, files: 1, fields: 4, fieldSize: 100 },
  defParamCharset: 'utf8',
};
const FORMULAIRE = {
  type: 'object',
  properties: {
    fichier: { type: 'string', format: 'binary' },
    indicateurId: { type: 'string', format: 'uuid' },
    annee: { type: 'integer' },
    territoire: { type: 'string' },
    donneesPersonnelles: { type: 'string', enum: ['oui', 'non'] },
  },
  required: ['fichier', 'indicateurId', 'annee', 'territoire', 'donneesPersonnelles'],
};

/** A file of a multipart request, in memory. */
interface FichierJoint {
  originalname: string;
  buffer: Buffer;
}

/** Files that support the values. */
@Controller()
export class PiecesController {
  constructor(private readonly pieces: PiecesService) {}

  /** Those of the contrat or of one indicator that the caller may read, newest first. */
  @Get('contrats/:contratId/pieces')
  @Permission('indicateurs.lire')
  lister(@ActeurCourant() acteur: Acteur, @Query() { indicateur }: FiltrePiecesDto): Promise<Piece[]> {
    return this.pieces.lister(acteur, indicateur);
  }

  /** Joins a file to the value of a year and a territory; what it is is read in it. */
  @Post('contrats/:contratId/pieces')
  @Permission('valeurs.saisir')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORMULAIRE })
  @UseInterceptors(FileInterceptor('fichier', ENVOI))
  joindre(
    @ActeurCourant() acteur: Acteur,
    @Body() saisie: PieceSaisieDto,
    @UploadedFile() fichier?: FichierJoint,
  ): Promise<Piece> {
    const detail = 'Joignez un fichier.';
    if (!fichier) throw invalide(detail, [{ pointer: '/fichier', detail }]);
    return this.pieces.joindre(acteur, saisie, { nom: fichier.originalname, octets: fichier.buffer });
  }

  /** The file, to be saved and never shown in the page. */
  @Get('pieces/:id')
  @Permission('indicateurs.lire')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async telecharger(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reponse: Response,
  ): Promise<StreamableFile> {
    const { nom, type, taille, flux } = await this.pieces.lire(acteur, id);
    reponse.attachment(nom).type(type);
    reponse.setHeader('X-Content-Type-Options', 'nosniff');
    reponse.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
    return new StreamableFile(flux, { length: taille });
  }

  /** Removes a file: its author, or the team; the journal keeps its name and its fingerprint. */
  @Delete('pieces/:id')
  @HttpCode(204)
  @Permission('valeurs.saisir')
  retirer(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<void> {
    return this.pieces.retirer(acteur, id);
  }
}
