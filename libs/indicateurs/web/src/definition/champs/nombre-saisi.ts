/** A number as one types it in French: « 1 185,5 »; NaN when it is not one. */
export function lireNombre(texte: string): number {
  const nu = texte
    .replace(/[\s\u00A0\u202F%€]/g, '')
    .replace(',', '.')
    .replace('−', '-');
  return nu === '' ? NaN : Number(nu);
}

/** The number back in its field; empty when there is none. */
export function ecrireNombre(nombre: number | null): string {
  return nombre !== null && Number.isFinite(nombre) ? String(nombre).replace('.', ',') : '';
}
