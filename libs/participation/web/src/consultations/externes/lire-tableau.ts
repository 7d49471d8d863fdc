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
