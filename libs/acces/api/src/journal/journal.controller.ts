import { Controller, Get, Query } from '@nestjs/common';
import type { Acteur, EntreeJournal } from '@pleniere/acces/domain';
import { ActeurCourant, Permission } from '../droits/decorateurs';
import { Journal } from './journal';
import { FiltreJournalDto } from './journal.dto';

/** Who changed what in the contrat. */
@Controller('contrats/:contratId/journal')
export class JournalController {
  constructor(private readonly journal: Journal) {}

  /** The last hundred entries of the part that is asked, newest first. */
  @Get()
  @Permission('journal.lire')
  lister(@ActeurCourant() acteur: Acteur, @Query() filtre: FiltreJournalDto): Promise<EntreeJournal[]> {
    return this.journal.lire(acteur.contratId, filtre);
  }
}
