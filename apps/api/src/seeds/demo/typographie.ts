import { FINE, INSECABLE } from '@pleniere/shared/domain';

const REGLES: readonly [RegExp, string][] = [
  [/ (?=[;!?%])/g, FINE],
  [/(?<=\d) (?=\d{3}(?!\d))/g, FINE],
  [/ (?=[:»€](?:[\s.,)<]|$))/g, INSECABLE],
  [/(?<=«|n°|\b[TE](?= \d)) /g, INSECABLE],
];

/** Sets the French no-break spaces of every text in a value, so that the demo data is written with plain spaces. */
export function typographier<T>(valeur: T): T;
export function typographier(valeur: unknown): unknown {
  if (typeof valeur === 'string') return REGLES.reduce((texte, [motif, signe]) => texte.replace(motif, signe), valeur);
  if (Array.isArray(valeur)) return valeur.map((partie: unknown) => typographier(partie));
  if (typeof valeur !== 'object' || valeur === null) return valeur;
  return Object.fromEntries(Object.entries(valeur).map(([cle, partie]) => [cle, typographier(partie)]));
}
