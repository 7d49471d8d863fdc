import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { DocumentProduit } from '@pleniere/restitution/domain';
import { IdPipe } from '@pleniere/shared/api';
import type { Response } from 'express';
import { ApercuDto, DemandeDeDocumentDto } from './documents.dto';
import { DocumentsService } from './documents.service';

/** Documents made from an arrêté. The same arrêté and the same choices always give the same file. */
@Controller()
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  /** Documents of an arrêté, the latest first. */
  @Get('contrats/:contratId/arretes/:arreteId/documents')
  @Permission('plenieres.lire')
  lister(@ActeurCourant() acteur: Acteur, @Param('arreteId', IdPipe) arreteId: string): Promise<DocumentProduit[]> {
    return this.documents.lister(acteur, arreteId);
  }

  /** Asks a document: it is made after the answer, and an e-mail tells when it is ready. */
  @Post('contrats/:contratId/arretes/:arreteId/documents')
  @Permission('plenieres.gerer')
  demander(
    @ActeurCourant() acteur: Acteur,
    @Param('arreteId', IdPipe) arreteId: string,
    @Body() demande: DemandeDeDocumentDto,
  ): Promise<DocumentProduit> {
    return this.documents.demander(acteur, arreteId, demande);
  }

  /** A look at the book before it is made: a few fiches with the chosen parts, made at once and not kept. */
  @Get('contrats/:contratId/arretes/:arreteId/apercu.pdf')
  @Permission('plenieres.gerer')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Header('Cache-Control', 'private, no-store')
  async apercevoir(
    @ActeurCourant() acteur: Acteur,
    @Param('arreteId', IdPipe) arreteId: string,
    @Query() { fiches, sections }: ApercuDto,
  ): Promise<StreamableFile> {
    const { octets, type } = await this.documents.apercevoir(acteur, arreteId, { ficheIds: fiches, sections });
    return new StreamableFile(octets, { type, disposition: 'inline; filename="apercu.pdf"', length: octets.length });
  }

  /** One document: how far it is, and what its file is. */
  @Get('documents/:id')
  @Permission('plenieres.lire')
  lire(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<DocumentProduit> {
    return this.documents.lire(acteur, id);
  }

  /** The file, byte for byte what its SHA-256 says, which is also its `ETag`. */
  @Get('documents/:id/fichier')
  @Permission('plenieres.lire')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Header('Cache-Control', 'private, no-cache')
  async telecharger(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reponse: Response,
  ): Promise<StreamableFile> {
    const { nom, type, taille, sha256, flux } = await this.documents.fichier(acteur, id);
    reponse.setHeader('ETag', `"${sha256}"`);
    reponse.setHeader('X-Content-Type-Options', 'nosniff');
    const disposition = `${type === 'application/pdf' ? 'inline' : 'attachment'}; filename="${nom}"`;
    return new StreamableFile(flux, { type, disposition, length: taille });
  }

  /** Gives up a document that waits or is being made. */
  @Post('documents/:id/annuler')
  @HttpCode(200)
  @Permission('plenieres.gerer')
  annuler(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<DocumentProduit> {
    return this.documents.annuler(acteur, id);
  }
}
