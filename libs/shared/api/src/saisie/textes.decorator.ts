import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { formaterNombre, nettoyerTexte } from '@pleniere/shared/domain';
import { Transform } from 'class-transformer';
import { IsDateString, IsString, Matches, MaxLength, MinLength, ValidateBy } from 'class-validator';
import { assainirTexteRiche } from './texte-riche';

const attendu = { message: 'Un texte est attendu.' };
const tropLong = (max: number) => ({ message: `Le texte dépasse ${formaterNombre(max)} caractères.` });
const nettoyer = (ecrire: (texte: string) => string) =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? ecrire(value) : value));

/** A text on one line, cleaned and trimmed, that must not be empty unless `min` is 0. */
export function TexteSimple(max: number, { min = 1 } = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, minLength: min, maxLength: max }),
    IsString(attendu),
    MinLength(min, { message: 'Ce champ est à remplir.' }),
    MaxLength(max, tropLong(max)),
    nettoyer((texte) => nettoyerTexte(texte).replace(/\n+/g, ' ').trim()),
  );
}

/** A plain text that may be empty and keeps its lines. */
export function TexteLibre(max: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, maxLength: max }),
    IsString(attendu),
    MaxLength(max, tropLong(max)),
    nettoyer((texte) => nettoyerTexte(texte).trim()),
  );
}

/** A rich text, sanitised to what a fiche allows; may be empty. */
export function TexteHtml(max: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, maxLength: max, format: 'html' }),
    IsString(attendu),
    MaxLength(max, tropLong(max)),
    nettoyer(assainirTexteRiche),
  );
}

/** A real calendar day, `2026-01-12`. */
export function DateIso(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, format: 'date' }),
    Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Une date est attendue, sous la forme 2026-01-12.' }),
    IsDateString({ strict: true }, { message: 'Cette date n’existe pas.' }),
    ValidateBy({
      name: 'dateReelle',
      validator: {
        validate: (date: unknown) => {
          const lue = new Date(`${String(date)}T00:00:00Z`);
          return !Number.isNaN(lue.getTime()) && lue.toISOString().startsWith(String(date));
        },
        defaultMessage: () => 'Cette date n’existe pas.',
      },
    }),
  );
}

/** A day (`2026-01-12`) or an instant in universal time (`2026-01-12T08:30:00Z`). */
export function MomentIso(): PropertyDecorator {
  const forme = /^[12]\d{3}-\d\d-\d\d(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z)?$/;
  return applyDecorators(
    ApiProperty({ type: String }),
    Matches(forme, { message: 'Une date est attendue, sous la forme 2026-01-12.' }),
    IsDateString({ strict: true }, { message: 'Cette date n’existe pas.' }),
  );
}
