import { Controller, Get, Query } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Reprise } from '@pleniere/fiches/domain';
import { RepriseDto } from './reprise.dto';
import { RepriseService } from './reprise.service';

/** For whoever takes over a post. */
@Controller('contrats/:contratId/reprise')
export class RepriseController {
  constructor(private readonly reprises: RepriseService) {}

  /** What one’s organisation holds, what is late, what was done before; of any organisation for the team. */
  @Get()
  @Permission('fiches.lire')
  lire(@ActeurCourant() acteur: Acteur, @Query() { organisation }: RepriseDto): Promise<Reprise> {
    return this.reprises.lire(acteur, organisation ?? null);
  }
}
