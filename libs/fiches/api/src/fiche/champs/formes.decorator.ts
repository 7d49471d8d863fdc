import { applyDecorators, type Type as Classe } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { LIMITES_FICHE } from '@pleniere/fiches/domain';
import { nettoyerTexte } from '@pleniere/shared/domain';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsObject, IsString, Length, ValidateNested } from 'class-validator';

/** One object of a class. */
export function ObjetDe(classe: Classe): PropertyDecorator {
  return applyDecorators(
    IsObject(),
    ValidateNested(),
    Type(() => classe),
  );
}

/** An ordered list of objects of a class; a list within the list is refused. */
export function ListeDe(classe: Classe, max: number = LIMITES_FICHE.elements): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: classe, isArray: true, maxItems: max }),
    IsArray(),
    ArrayMaxSize(max),
    IsObject({ each: true, message: 'Une liste d’objets est attendue.' }),
    ValidateNested({ each: true }),
    Type(() => classe),
  );
}

/** A list of short texts, each cleaned, none empty, none twice. */
export function ListeDeTextes(longueur: number = LIMITES_FICHE.libelle): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, isArray: true, maxItems: LIMITES_FICHE.elements }),
    IsArray(),
    ArrayMaxSize(LIMITES_FICHE.elements),
    IsString({ each: true, message: 'Une liste de textes est attendue.' }),
    Length(1, longueur, { each: true, message: `Chaque texte a de 1 à ${longueur} caractères.` }),
    ArrayUnique(),
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value)
        ? value.map((texte: unknown) => (typeof texte === 'string' ? nettoyerTexte(texte).trim() : texte))
        : value,
    ),
  );
}
