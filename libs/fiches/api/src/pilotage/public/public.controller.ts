import { Controller, Get, Param } from '@nestjs/common';
import { Public } from '@pleniere/acces/api';
import type { ContratPublic, FichePublique, FichePubliqueLue } from '@pleniere/fiches/domain';
import { IdPipe } from '@pleniere/shared/api';
import { PublicService } from './public.service';

/** What anybody may read without an account. */
@Controller('public/contrats')
@Public()
export class PublicController {
  constructor(private readonly lectures: PublicService) {}

  /** Contrats of which a fiche is in force. */
  @Get()
  contrats(): Promise<ContratPublic[]> {
    return this.lectures.contrats();
  }

  /** The fiches in force of a contrat. */
  @Get(':id/fiches')
  fiches(@Param('id', IdPipe) id: string): Promise<FichePublique[]> {
    return this.lectures.fiches(id);
  }

  /** One fiche in force in full, by its code (`T1.1`). */
  @Get(':id/fiches/:code')
  fiche(@Param('id', IdPipe) id: string, @Param('code') code: string): Promise<FichePubliqueLue> {
    return this.lectures.fiche(id, code);
  }
}
