import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { LIMITES_PIECE, type Piece } from '@pleniere/indicateurs/domain';
import { Fichier, type FichierJoint, IdPipe, RecoitUnFichier } from '@pleniere/shared/api';
import type { Response } from 'express';
import { FiltrePiecesDto, PieceSaisieDto } from './pieces.dto';
import { PiecesService } from './pieces.service';

const CHAMPS = {
  indicateurId: { type: 'string', format: 'uuid' },
  annee: { type: 'integer' },
  territoire: { type: 'string' },
  donneesPersonnelles: { type: 'string', enum: ['oui', 'non'] },
};

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
  @RecoitUnFichier(LIMITES_PIECE.octets, CHAMPS)
  joindre(
    @ActeurCourant() acteur: Acteur,
    @Body() saisie: PieceSaisieDto,
    @Fichier('Joignez un fichier.') fichier: FichierJoint,
  ): Promise<Piece> {
    return this.pieces.joindre(acteur, saisie, fichier);
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
