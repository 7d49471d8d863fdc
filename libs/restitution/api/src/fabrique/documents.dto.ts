import {
  ANNEES_RAPPORT,
  type DemandeDeDocument,
  FICHES_APERCU,
  type OptionsDeDocument,
  type SectionDuLivre,
  SECTIONS_DU_LIVRE,
  type SorteDeDocument,
  SORTES_DOCUMENT,
} from '@pleniere/restitution/domain';
import { LIMITES_ARRETE } from '@pleniere/plenieres/domain';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

/** What differs from the whole arrêté. */
export class OptionsDeDocumentDto implements OptionsDeDocument {
  /** Fiches of the arrêté, in the order in which they are printed; none for all of them. */
  @IsArray()
  @ArrayMaxSize(LIMITES_ARRETE.fiches)
  @ArrayUnique({ message: 'Une fiche est choisie deux fois.' })
  @IsUUID(undefined, { each: true })
  ficheIds: string[] = [];

  /** Parts of the book; none for all of them. */
  @IsArray()
  @ArrayMaxSize(SECTIONS_DU_LIVRE.length)
  @ArrayUnique({ message: 'Une partie est choisie deux fois.' })
  @IsIn(SECTIONS_DU_LIVRE, { each: true })
  sections: SectionDuLivre[] = [];

  /** Earlier arrêté that this one is compared with. */
  @IsOptional()
  @IsUUID()
  arreteDepuisId?: string;

  /** Year of which a report speaks. */
  @IsOptional()
  @IsInt()
  @Min(ANNEES_RAPPORT.min)
  @Max(ANNEES_RAPPORT.max)
  annee?: number;
}

/** A document to make from an arrêté. */
export class DemandeDeDocumentDto implements DemandeDeDocument {
  @IsIn(SORTES_DOCUMENT)
  sorte!: SorteDeDocument;

  @IsObject()
  @ValidateNested()
  @Type(() => OptionsDeDocumentDto)
  options: OptionsDeDocumentDto = new OptionsDeDocumentDto();
}

/** A look at the book before it is made: a few fiches, with the chosen parts. */
export class ApercuDto {
  @Transform(({ value }: { value: unknown }) => [value].flat())
  @IsArray()
  @ArrayMinSize(1, { message: 'Choisissez au moins une fiche.' })
  @ArrayMaxSize(FICHES_APERCU)
  @ArrayUnique({ message: 'Une fiche est choisie deux fois.' })
  @IsUUID(undefined, { each: true })
  fiches!: string[];

  @Transform(({ value }: { value: unknown }) => [value].flat())
  @IsArray()
  @ArrayMaxSize(SECTIONS_DU_LIVRE.length)
  @IsIn(SECTIONS_DU_LIVRE, { each: true })
  sections: SectionDuLivre[] = [];
}
