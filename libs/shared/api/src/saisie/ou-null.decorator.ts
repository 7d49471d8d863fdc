import { ValidateIf } from 'class-validator';

/** An input that may be null, which says that there is none; anything else follows the rules beside it. */
export function OuNull(): PropertyDecorator {
  return ValidateIf((_, valeur: unknown) => valeur !== null);
}
