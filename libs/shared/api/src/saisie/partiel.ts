import type { Type } from '@nestjs/common';
import { PartialType } from '@nestjs/swagger';

/**
 * The fields of a saisie that change, each as it is checked in the whole one: those that were not sent stay undefined.
 * `PartialType` alone gives them what a new object starts with, so that a change of one field would empty the others.
 */
export function Partiel<T extends object>(classe: Type<T>): Type<Partial<T>> {
  class SansDepart extends (PartialType(classe as Type<object>, { skipNullProperties: false }) as Type<object>) {
    constructor() {
      super();
      for (const champ of Object.keys(this)) Reflect.deleteProperty(this, champ);
    }
  }
  Object.defineProperty(SansDepart, 'name', { value: `Partiel${classe.name}` });
  return SansDepart as Type<Partial<T>>;
}
