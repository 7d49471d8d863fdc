/** A small choice kept on this device; null when nothing is kept or the browser forbids it. */
export function lirePreference(cle: string): string | null {
  try {
    return localStorage.getItem(cle);
  } catch {
    return null;
  }
}

/** Keeps a small choice on this device; the choice still holds for the visit where the browser forbids it. */
export function retenirPreference(cle: string, valeur: string): void {
  try {
    localStorage.setItem(cle, valeur);
  } catch {
    return;
  }
}
