import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { nettoyerTexte } from '@pleniere/shared/domain';
import type { Request } from 'express';

/** Far above what any field takes: a rule says so, and what was typed is shown again. */
const LIMITE = 5000;

/** Fields that a page sent, in its body or in its address: texts, whatever was really sent. */
export class Formulaire {
  private readonly champs: Readonly<Record<string, unknown>>;

  constructor(envoi: unknown) {
    this.champs = typeof envoi === 'object' && envoi !== null ? { ...envoi } : {};
  }

  /** Every text of a field; none when it was not sent. */
  liste(nom: string): string[] {
    const lu = Object.hasOwn(this.champs, nom) ? this.champs[nom] : [];
    const textes = (Array.isArray(lu) ? lu : [lu]).filter((un): un is string => typeof un === 'string');
    return textes.map((un) => nettoyerTexte(un.slice(0, LIMITE)));
  }

  /** Text of a field as it was typed, empty when it was not sent. */
  texte(nom: string): string {
    return this.liste(nom)[0] ?? '';
  }

  /** Text of a field without the blanks around it, null when nothing is left. */
  valeur(nom: string): string | null {
    return this.texte(nom).trim() || null;
  }

  /** Value of a field among those that are known, null for any other. */
  parmi<V extends string>(nom: string, connues: readonly V[]): V | null {
    const lue = this.texte(nom);
    return connues.find((connue) => connue === lue) ?? null;
  }

  /** A whole number that is not negative, zero when it is none. */
  nombre(nom: string): number {
    const lu = this.texte(nom);
    return /^\d{1,8}$/.test(lu) ? Number(lu) : 0;
  }
}

const requete = (contexte: ExecutionContext): Request => contexte.switchToHttp().getRequest<Request>();

/** What a form posted. */
export const Envoi = createParamDecorator((_: unknown, contexte: ExecutionContext) => {
  return new Formulaire(requete(contexte).body);
});

/** What an address asks after its question mark. */
export const Demande = createParamDecorator((_: unknown, contexte: ExecutionContext) => {
  return new Formulaire(requete(contexte).query);
});
