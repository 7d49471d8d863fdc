import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Espace, EspaceResume } from '@pleniere/participation/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { EspaceDto, EspacePartielDto } from './espace.dto';
import { EspacesService } from './espaces.service';

/** Espaces de dialogue of a contrat. */
@Controller()
export class EspacesController {
  constructor(private readonly espaces: EspacesService) {}

  /** Every espace, by name, with its next séance. */
  @Get('contrats/:contratId/espaces')
  @Permission('participation.lire')
  lister(@ActeurCourant() acteur: Acteur): Promise<EspaceResume[]> {
    return this.espaces.lister(acteur.contratId);
  }

  /** Opens an espace. */
  @Post('contrats/:contratId/espaces')
  @Permission('espaces.animer')
  creer(@ActeurCourant() acteur: Acteur, @Body() saisie: EspaceDto): Promise<Omit<Espace, 'frequentation'>> {
    return this.espaces.creer(acteur, saisie);
  }

  /** One espace with its séances. */
  @Get('espaces/:id')
  @Permission('participation.lire')
  lire(@ActeurCourant() acteur: Acteur, @Param('id', IdPipe) id: string): Promise<Espace> {
    return this.espaces.lire(acteur.contratId, id);
  }

  /** Changes an espace, or ends it with a last day. */
  @Patch('espaces/:id')
  @Permission('espaces.animer')
  modifier(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() saisie: EspacePartielDto,
  ): Promise<Omit<Espace, 'frequentation'>> {
    return this.espaces.modifier(acteur, id, version, saisie);
  }

  /** Deletes an espace that never met. */
  @Delete('espaces/:id')
  @Permission('espaces.animer')
  @HttpCode(204)
  supprimer(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.espaces.supprimer(acteur, id, version);
  }
}
