import { Body, Controller, Get, Header, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { ActeurCourant, Permission, Public } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { type Arrete, type ArreteResume, type FicheDuPoint, SCHEMA_ARRETE } from '@pleniere/plenieres/domain';
import { IdPipe } from '@pleniere/shared/api';
import { ArreteDto } from './arrete.dto';
import { ArretesService } from './arretes.service';

/** Arrêtés of a contrat: what it held at one instant. Nothing changes or deletes one. */
@Controller()
export class ArretesController {
  constructor(private readonly arretes: ArretesService) {}

  /** Every arrêté, the latest first. */
  @Get('contrats/:contratId/arretes')
  @Permission('plenieres.lire')
  lister(@ActeurCourant() acteur: Acteur): Promise<ArreteResume[]> {
    return this.arretes.lister(acteur.contratId);
  }

  /** Fiches that have a text in force: those that an arrêté may hold. */
  @Get('contrats/:contratId/arretes/fiches')
  @Permission('plenieres.gerer')
  fiches(@ActeurCourant() acteur: Acteur): Promise<FicheDuPoint[]> {
    return this.arretes.fichesPossibles(acteur.contratId);
  }

  /** Freezes fiches in force with their actions, déclinaisons, values and avis, and the frame that gives them sense. */
  @Post('contrats/:contratId/arretes')
  @Permission('plenieres.gerer')
  figer(@ActeurCourant() acteur: Acteur, @Body() saisie: ArreteDto): Promise<Arrete> {
    return this.arretes.figer(acteur, saisie);
  }

  /** One arrêté with all that it holds, and whether its fingerprint still holds. */
  @Get('arretes/:id')
  @Permission('plenieres.lire')
  lire(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<Arrete> {
    return this.arretes.lire(acteur, id);
  }

  /** The canonical JSON (RFC 8785) of an arrêté, byte for byte what was hashed: small counts of people included. */
  @Get('arretes/:id/contenu.json')
  @Permission('valeurs.lire-en-clair')
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { $ref: '/api/v1/schemas/arrete.json' } })
  @Header('Cache-Control', 'private, no-cache')
  async telecharger(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    const { numero, contenu, sha256 } = await this.arretes.texte(acteur, id);
    const octets = Buffer.from(contenu);
    const disposition = `attachment; filename="arrete-${numero}-${sha256.slice(0, 12)}.json"`;
    return new StreamableFile(octets, { type: 'application/json', disposition, length: octets.length });
  }

  /** JSON Schema of the content of an arrêté. */
  @Get('schemas/arrete.json')
  @Public()
  @ApiOkResponse({ schema: { type: 'object' } })
  schema(): object {
    return SCHEMA_ARRETE;
  }
}
