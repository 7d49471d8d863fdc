/** Narrow no-break space: before « ; ! ? % », and between thousands. */
export const FINE = '\u202F';
/** No-break space: before the colon and inside guillemets. */
export const INSECABLE = '\u00A0';

// Making a format costs a hundred times more than using it.
const FORMATS = new Map<number | undefined, Intl.NumberFormat>();

/** « −1 060 119,5 »: French number with U+202F between thousands, a decimal comma, and U+2212 before what is below zero. */
export function formaterNombre(nombre: number, decimales?: number): string {
  const connu = FORMATS.get(decimales);
  const format =
    connu ??
    new Intl.NumberFormat('fr-FR', {
      maximumFractionDigits: decimales ?? 2,
      minimumFractionDigits: decimales ?? 0,
      signDisplay: 'negative',
    });
  if (!connu) FORMATS.set(decimales, format);
  return format.format(nombre).replace('-', '\u2212');
}

const EN_TOUTES_LETTRES = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });

/** « 12 janvier 2026 » from an ISO date (`2026-01-12` or a full timestamp), « 1er janvier 2026 » on the first. */
export function formaterDate(iso: string): string {
  return EN_TOUTES_LETTRES.format(new Date(iso)).replace(/^1 /, '1er ');
}

/** « 14 h 32 » in Paris time. */
export function formaterHeure(iso: string): string {
  const parties = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Paris' });
  return parties.format(new Date(iso)).replace(':', `${INSECABLE}h${INSECABLE}`);
}

/** « 9 h 30 » of an hour of the day (`09:30`), « 18 h » of a full one; empty for an hour that is not known. */
export function formaterHoraire(horaire: string): string {
  const [heures = '', minutes = ''] = horaire.split(':');
  return heures && [Number(heures), 'h', minutes === '00' ? '' : minutes].filter((mot) => mot !== '').join(INSECABLE);
}

/** « 3 fiches », « 1 fiche », « 0 fiche »: French agreement, where zero and one are singular. */
export function accorder(nombre: number, singulier: string, pluriel = `${singulier}s`): string {
  return `${formaterNombre(nombre, 0)}${INSECABLE}${Math.abs(nombre) < 2 ? singulier : pluriel}`;
}

const A_PARIS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

/** The day it is in Paris at a moment (now unless told), ISO: summer time and winter time alike. */
export function jourDeParis(moment = new Date()): string {
  return A_PARIS.format(moment);
}

/** French spacing at reading time, for texts typed with ordinary spaces. */
export function typographier(texte: string): string {
  return texte
    .replace(/ ([;!?%»])/g, `${FINE}$1`)
    .replace(/ :/g, `${INSECABLE}:`)
    .replace(/« /g, `«${FINE}`);
}
