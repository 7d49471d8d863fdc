const CELLULE = /[^\S\t]*(?:"((?:[^"]|"")*)"|([^\t;"][^\t;]*)?)[^\S\t]*(\t|;|$)/y;

/** Cells of what was pasted from a spreadsheet or a CSV, between tabs or semicolons; a line that holds nothing is left out. */
export function lireTableau(texte: string): string[][] {
  return texte
    .split(/\r?\n/)
    .filter((ligne) => ligne.trim() !== '')
    .map((ligne) => {
      const cellules: string[] = [];
      CELLULE.lastIndex = 0;
      for (let suite = true; suite;) {
        const [, citee, nue = '', separateur] = CELLULE.exec(ligne) ?? [null, ligne, '', ''];
        cellules.push(citee?.replaceAll('""', '"') ?? nue.trim());
        suite = separateur !== '';
      }
      return cellules;
    });
}

/** An ISO day of « 13/09/2025 » or « 2025-09-13 »; null for what is not a day. */
export function lireJour(texte: string): string | null {
  const [, jour, mois, annee] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(texte) ?? [];
  const iso = jour && mois && annee ? `${annee}-${mois.padStart(2, '0')}-${jour.padStart(2, '0')}` : texte;
  const date = new Date(`${iso}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(iso) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
    ? iso
    : null;
}
