import { FINE, INSECABLE, nettoyerTexte } from '@pleniere/shared/domain';

/** Shown in the place of a character that no shipped font has. */
const MANQUANT = '□';
/** Joiners, variation selectors, tags and other marks that draw nothing by themselves. */
const INVISIBLES =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200D\u2060-\u206F\u3164\uFE00-\uFE0F\uFFA0\uFFF0-\uFFFB]|[\u{E0000}-\u{E0FFF}]/gu;
// Every font has ASCII: only the rest is looked up.
const HORS_ASCII = /[^\n -~]/gu;
const ESPACES = /[ \u00A0\u2000-\u200A\u202F\u205F\u3000]+/g;
const MOT_TROP_LONG = /\S{36,}/g;
const COUPURE = '\u200B';

/** French no-break spaces where the author left a space: before ; ! ? % € », after «, before the colon, in « n° 5 » and numbers. */
function espacer(texte: string): string {
  return texte
    .replace(ESPACES, (espaces) => (/^[\u00A0\u202F]$/.test(espaces) ? espaces : ' '))
    .replace(/[ \u00A0\u202F]([;!?%»€])/g, `${FINE}$1`)
    .replace(/«[ \u00A0\u202F]/g, `«${FINE}`)
    .replace(/[ \u202F]:/g, `${INSECABLE}:`)
    .replace(/([nN]°) (?=[\p{L}\d])/gu, `$1${INSECABLE}`)
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, FINE);
}

/** Lets a word longer than a line (an address, a paste without spaces) be cut, after its punctuation first. */
function rendreSecable(texte: string): string {
  return texte.replace(MOT_TROP_LONG, (mot) =>
    (mot.match(/[^/.,;:?&=#_-]{1,30}[/.,;:?&=#_-]?|[/.,;:?&=#_-]/gu) ?? []).join(COUPURE),
  );
}

/**
 * A text ready to print: repaired, spaced as French wants it, without any character that the shipped fonts lack. It is
 * the only way text enters a document, so that no saved text can make an export fail.
 */
export function imprimer(texte: string, couvre: (codePoint: number) => boolean): string {
  const lisible = nettoyerTexte(texte)
    .replace(INVISIBLES, '')
    .replace(HORS_ASCII, (signe) => (couvre(signe.codePointAt(0) ?? 0) ? signe : MANQUANT));
  return rendreSecable(espacer(lisible));
}

/** Prints every text of a plain JSON value, addresses and images apart; one that comes back is worked out once. */
export function imprimerTout<T>(valeur: T, couvre: (codePoint: number) => boolean): T {
  const imprimes = new Map<string, string>();
  const retenir = (texte: string): string => {
    const imprime = imprimer(texte, couvre);
    imprimes.set(texte, imprime);
    return imprime;
  };
  const parcourir = (partie: unknown): unknown => {
    if (typeof partie === 'string') return imprimes.get(partie) ?? retenir(partie);
    if (Array.isArray(partie)) return partie.map(parcourir);
    if (partie === null || typeof partie !== 'object') return partie;
    const imprimee: Record<string, unknown> = {};
    for (const [cle, contenu] of Object.entries(partie)) {
      imprimee[cle] = cle === 'lien' || cle === 'logo' ? contenu : parcourir(contenu);
    }
    return imprimee;
  };
  return parcourir(valeur) as T;
}
