import { Controller, Get, Header, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { ActeurCourant, Permission, Public } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { type ApercuEchange, LIMITES_ECHANGE, type RapportEchange, SCHEMA_ECHANGE } from '@pleniere/restitution/domain';
import { Fichier, type FichierJoint, RecoitUnFichier } from '@pleniere/shared/api';
import { Readable } from 'node:stream';
import { ChoixEchangeDto } from './echange.dto';
import { EchangeService } from './echange.service';
import { enMorceaux } from './exporter';

const ABSENT = 'Joignez un fichier d’échange .json.';

/** A contrat in a JSON file whose schema is published, and back into another contrat. */
@Controller()
export class EchangeController {
  constructor(private readonly echange: EchangeService) {}

  /** All that the contrat holds in force: frame, fiches, actions, déclinaisons, indicators, targets, values; no person. */
  @Get('contrats/:contratId/echange.json')
  @Permission('contrat.gerer')
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { $ref: '/api/v1/schemas/echange.json' } })
  @Header('Cache-Control', 'private, no-cache')
  async exporter(@ActeurCourant() acteur: Acteur): Promise<StreamableFile> {
    const echange = await this.echange.exporter(acteur);
    const disposition = 'attachment; filename="contrat-de-ville.json"';
    return new StreamableFile(Readable.from(enMorceaux(echange)), { type: 'application/json', disposition });
  }

  /** What taking a file in would create, and which codes are taken; writes nothing. */
  @Post('contrats/:contratId/echange/apercu')
  @HttpCode(200)
  @Permission('contrat.gerer')
  @RecoitUnFichier(LIMITES_ECHANGE.octets)
  async apercu(
    @ActeurCourant() acteur: Acteur,
    @Query() choix: ChoixEchangeDto,
    @Fichier(ABSENT) fichier: FichierJoint,
  ): Promise<ApercuEchange> {
    return this.echange.apercu(acteur, fichier.octets, choix);
  }

  /** Takes a file in, whole or not at all, under new ids; nothing of the contrat is overwritten. */
  @Post('contrats/:contratId/echange')
  @Permission('contrat.gerer')
  @RecoitUnFichier(LIMITES_ECHANGE.octets)
  async importer(
    @ActeurCourant() acteur: Acteur,
    @Query() choix: ChoixEchangeDto,
    @Fichier(ABSENT) fichier: FichierJoint,
  ): Promise<RapportEchange> {
    return this.echange.importer(acteur, fichier.octets, choix);
  }

  /** JSON Schema of an exchange file. */
  @Get('schemas/echange.json')
  @Public()
  @ApiOkResponse({ schema: { type: 'object' } })
  schema(): object {
    return SCHEMA_ECHANGE;
  }
}
