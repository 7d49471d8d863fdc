import { type Type, ValidationPipe, type ValidationPipeOptions } from '@nestjs/common';
import type { ErreurDeChamp } from '@pleniere/shared/domain';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { invalide, type ProblemeException } from '../http/probleme.exception';
import { segmentDe } from './textes-gardes';

const MESSAGES: Readonly<Record<string, string>> = {
  whitelistValidation: 'Ce champ est inconnu.',
  isUuid: 'Cet identifiant est invalide.',
  isInt: 'Un nombre entier est attendu.',
  isNumber: 'Un nombre est attendu.',
  isBoolean: 'Oui ou non est attendu.',
  isArray: 'Une liste est attendue.',
  isIn: 'Ce choix n’existe pas.',
  isEnum: 'Ce choix n’existe pas.',
  isEmail: 'Cette adresse électronique est invalide.',
  isObject: 'Un objet est attendu.',
  nestedValidation: 'Un objet est attendu.',
  isString: 'Un texte est attendu.',
  isNotEmpty: 'Ce champ est à remplir.',
  min: 'Ce nombre est trop petit.',
  max: 'Ce nombre est trop grand.',
  maxLength: 'Le texte est trop long.',
  minLength: 'Le texte est trop court.',
  arrayMaxSize: 'La liste est trop longue.',
  arrayMinSize: 'La liste est trop courte.',
  arrayUnique: 'La liste répète un élément.',
  matches: 'Ce champ n’a pas la forme attendue.',
  unknownValue: 'Un objet est attendu.',
};

const OPTIONS = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  stopAtFirstError: true,
} satisfies ValidationPipeOptions;

function messageDe(contrainte: string, message: string): string {
  const anglais = /\b(must|should|unknown value|each value)\b/.test(message);
  return anglais ? (MESSAGES[contrainte] ?? 'Ce champ n’a pas la forme attendue.') : message;
}

function aplatir(erreurs: readonly ValidationError[], pointeur: string): ErreurDeChamp[] {
  return erreurs.flatMap((erreur) => {
    const ici = pointeur + segmentDe(erreur.property ?? '');
    const siennes = Object.entries(erreur.constraints ?? {}).slice(0, 1);
    return [
      ...siennes.map(([contrainte, message]) => ({ pointer: ici, detail: messageDe(contrainte, message) })),
      ...aplatir(erreur.children ?? [], ici),
    ];
  });
}

function refus(erreurs: readonly ValidationError[], pointeur = ''): ProblemeException {
  return invalide('Corrigez les champs signalés ; rien n’a été enregistré.', aplatir(erreurs, pointeur));
}

/** Global validation of requests: unknown fields refused, French reasons with JSON pointers. */
export function creerValidation(): ValidationPipe {
  return new ValidationPipe({ ...OPTIONS, transform: true, exceptionFactory: (erreurs) => refus(erreurs) });
}

/** Validates one value against a DTO class as the global pipe would, with pointers under `pointeur`. */
export async function validerDto<T extends object>(classe: Type<T>, valeur: unknown, pointeur = ''): Promise<T> {
  if (typeof valeur !== 'object' || valeur === null || Array.isArray(valeur)) {
    throw invalide('Corrigez les champs signalés ; rien n’a été enregistré.', [
      { pointer: pointeur, detail: 'Un objet est attendu.' },
    ]);
  }
  const instance = plainToInstance(classe, valeur);
  const erreurs = await validate(instance, OPTIONS);
  if (erreurs.length > 0) throw refus(erreurs, pointeur);
  return instance;
}
