import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { FicheLue, RevisionLue } from '@pleniere/fiches/domain';
import { IdPipe, IfMatch } from '@pleniere/shared/api';
import { FichesReader } from '../fiche/fiches.reader';
import { TransitionDto } from './circuit.dto';
import { CircuitService } from './circuit.service';

/** The circuit of a fiche, from brouillon to archive, and the revisions that it leaves. */
@Controller('fiches/:id')
export class CircuitController {
  constructor(
    private readonly circuit: CircuitService,
    private readonly fiches: FichesReader,
  ) {}

  /** Follows a transition; `If-Match` carries the version of the fiche. */
  @Post('transitions')
  @HttpCode(200)
  @Permission('fiches.ecrire')
  suivre(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) ficheId: string,
    @IfMatch() version: number,
    @Body() { transition, ...demande }: TransitionDto,
  ): Promise<FicheLue> {
    return this.circuit.suivre(acteur, ficheId, { transition, version, demande });
  }

  /** The text of one revision: in force, replaced, given up, or being written. */
  @Get('revisions/:numero')
  @Permission('fiches.lire')
  revision(
    @ActeurCourant() acteur: Acteur,
    @Param('id', IdPipe) ficheId: string,
    @Param('numero', ParseIntPipe) numero: number,
  ): Promise<RevisionLue> {
    return this.fiches.revision(acteur, ficheId, numero);
  }
}
