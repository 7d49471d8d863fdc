import { IsOptional, IsUUID, Matches } from 'class-validator';

/** Query of the journal. */
export class FiltreJournalDto {
  /** Only what happened on this fiche. */
  @IsOptional()
  @IsUUID()
  fiche?: string;

  /** Only what happened before this entry: asks for the next page. */
  @IsOptional()
  @Matches(/^\d{1,18}$/, { message: 'Un numéro d’entrée du journal est attendu.' })
  avant?: string;
}
