import { chercherIndesirable, type ErreurDeChamp, TELS_QUELS } from '@pleniere/shared/domain';
import { type ProblemeException, refuse } from '../http/probleme.exception';

/** Enough to know what to mend: a body may hold thousands. */
const MONTREES = 20;

/** One step of a JSON pointer (RFC 6901). */
export function segmentDe(cle: string): string {
  return `/${cle.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function erreurDe(pointer: string, { code, rang }: { code: string; rang: number }): ErreurDeChamp {
  const detail = `Le caractère ${rang} de ce texte (${code}) est invisible ou n’a pas de sens\u00A0: retirez-le, ou retapez le mot.`;
  return { pointer, detail };
}

/**
 * Why the texts of a body are not all kept: one holds a character that would have to be taken away. What is kept comes
 * back as it was sent, but for the form of its accents (NFC) and its white space. Null when there is nothing to refuse.
 */
export function refusDesTextes(corps: unknown): ProblemeException | null {
  const erreurs: ErreurDeChamp[] = [];
  // A list that grows, rather than a recursion: a body may be nested thousands of times.
  const contenants: [pointeur: string, contenant: unknown][] = [['', corps]];
  for (const [pointeur, contenant] of contenants) {
    if (typeof contenant !== 'object' || contenant === null) continue;
    for (const [cle, valeur] of Object.entries(contenant) as [string, unknown][]) {
      if (typeof valeur === 'object') contenants.push([pointeur + segmentDe(cle), valeur]);
      const trouve = typeof valeur === 'string' && !TELS_QUELS.has(cle) ? chercherIndesirable(valeur) : null;
      if (trouve && erreurs.length < MONTREES) erreurs.push(erreurDe(pointeur + segmentDe(cle), trouve));
    }
  }
  if (erreurs.length === 0) return null;
  return refuse('Un texte contient un caractère qui ne peut pas être gardé\u202F; rien n’a été enregistré.', erreurs);
}
