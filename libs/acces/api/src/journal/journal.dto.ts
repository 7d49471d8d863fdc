import { MomentIso } from '@pleniere/shared/api';
import { IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';
import type { FiltreJournal } from './journal';

/** Query of the journal. */
export class FiltreJournalDto implements FiltreJournal {
  /** Only what happened on this fiche. */
  @IsOptional()
  @IsUUID()
  fiche?: string;

  /** Only what happened on this day in Paris (`2026-11-01`), from this instant (`2026-11-01T08:00:00Z`), or later. */
  @IsOptional()
  @MomentIso()
  depuis?: string;

  /** Only what happened on this day or before. */
  @IsOptional()
  @MomentIso()
  @MaxLength(10, { message: 'Un jour est attendu, sous la forme 2026-01-12.' })
  jusqua?: string;

  /** Only what this person changed. */
  @IsOptional()
  @IsUUID()
  personne?: string;

  /** Only what was changed by people who acted for this organisation then. */
  @IsOptional()
  @IsUUID()
  organisation?: string;

  /** Only what changed of this kind (`fiche`, `action`, `valeur`…). */
  @IsOptional()
  @Matches(/^[a-z-]{1,40}$/, { message: 'Une sorte d’objet du journal est attendue.' })
  objet?: string;

  /** Only what happened before this entry: asks for the next page. */
  @IsOptional()
  @Matches(/^\d{1,18}$/, { message: 'Un numéro d’entrée du journal est attendu.' })
  avant?: string;
}
