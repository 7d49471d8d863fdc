import { Body, Controller, Get, HttpCode, Ip, Param, Put } from '@nestjs/common';
import { Public } from '@pleniere/acces/api';
import type { EmargementOuvert } from '@pleniere/participation/domain';
import { IdPipe } from '@pleniere/shared/api';
import { EmargementDto } from './presence.dto';
import { Emargements } from './emargements';

/** Presence declared by a phone in the room, without an account, through the code on the poster. */
@Controller('public/contrats/:contratId/emargements/:code')
@Public()
export class EmargementsController {
  constructor(private readonly emargements: Emargements) {}

  /** What séance the code opens; 404 when it opens none any more. */
  @Get()
  lire(@Param('contratId', IdPipe) contratId: string, @Param('code') code: string): Promise<EmargementOuvert> {
    return this.emargements.lire(contratId, code);
  }

  /** Declares a presence; the same phone declares one, which it may correct. */
  @Put()
  @HttpCode(204)
  declarer(
    @Param('contratId', IdPipe) contratId: string,
    @Param('code') code: string,
    @Body() { appareil, ...presence }: EmargementDto,
    @Ip() adresse: string,
  ): Promise<void> {
    return this.emargements.declarer({ contratId, code, appareil, adresse }, presence);
  }
}
