const FINE = '\u202F';
const NO_BREAK = '\u00A0';

/** A number as it is written in French. */
export const n = (value: number, decimals = 0): string =>
  new Intl.NumberFormat('fr-FR', { maximumFractionDigits: decimals }).format(value);

/** A duration in milliseconds. */
export const ms = (value: number): string => `${n(Math.round(value))} ms`;

/** « 3 écritures », « 1 écriture », « 0 écriture ». */
export const some = (count: number, one: string, many = `${one}s`): string => `${n(count)} ${count < 2 ? one : many}`;

/** French typography on a sentence typed with ordinary spaces and apostrophes. */
export function french(text: string): string {
  return text
    .replace(/(\p{L})'/gu, '$1’')
    .replace(/ ([;!?%»])/g, `${FINE}$1`)
    .replace(/ :/g, `${NO_BREAK}:`)
    .replace(/« /g, `«${FINE}`)
    .replace(/(\d) (?=\p{L})/gu, `$1${NO_BREAK}`);
}
