import { CATEGORIES, type Categorie, LIMITES_ORGANISATION, type OrganisationSaisie } from '@pleniere/acteurs/domain';
import { Partiel, TexteSimple } from '@pleniere/shared/api';
import { IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';

const { nom, nomCourt, siret } = LIMITES_ORGANISATION;

/** What is typed to create an organisation. */
export class OrganisationDto implements OrganisationSaisie {
  @TexteSimple(nom)
  nom!: string;

  @IsOptional()
  @TexteSimple(nomCourt)
  nomCourt!: string | null;

  @IsIn(CATEGORIES)
  categorie!: Categorie;

  /** Fourteen digits. */
  @IsOptional()
  @Matches(siret, { message: 'Un SIRET compte quatorze chiffres.' })
  siret!: string | null;

  /** INSEE code of a commune of the contrat, for a ville only. */
  @IsOptional()
  @TexteSimple(5)
  communeCode!: string | null;

  @IsBoolean()
  signataire!: boolean;
}

/** What is typed to change an organisation. */
export class OrganisationPartielleDto extends Partiel(OrganisationDto) {}
