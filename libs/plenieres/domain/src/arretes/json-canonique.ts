/**
 * The one way to write a JSON value (RFC 8785): keys in the order of their UTF-16 code units, no blank. The same content
 * always gives the same text, and so the same fingerprint.
 */
export function jsonCanonique(valeur: unknown): string {
  if (Array.isArray(valeur)) return `[${valeur.map(jsonCanonique).join()}]`;
  if (valeur === null || typeof valeur !== 'object') return JSON.stringify(valeur);
  const paires = Object.entries(valeur).filter(([, contenu]) => contenu !== undefined);
  paires.sort(([une], [autre]) => (une < autre ? -1 : 1));
  return `{${paires.map(([cle, contenu]) => `${JSON.stringify(cle)}:${jsonCanonique(contenu)}`).join()}}`;
}
