import { Controller, Get, Query } from '@nestjs/common';
import { ActeurCourant, Permission } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { FichesTrouvees } from '@pleniere/fiches/domain';
import { RechercheDto } from './recherche.dto';
import { RechercheReader } from './recherche.reader';

/** Search beyond one contrat. */
@Controller('recherche')
export class RechercheController {
  constructor(private readonly recherche: RechercheReader) {}

  /** Fiches of every contrat in which the caller acts, the best first. */
  @Get()
  @Permission('fiches.lire')
  chercher(@ActeurCourant() acteur: Acteur, @Query() { q }: RechercheDto): Promise<FichesTrouvees> {
    return this.recherche.chercher(acteur, q);
  }
}
