/** One row of what is kept of a person, as the database holds it, less its secrets. */
export type LigneExport = Readonly<Record<string, unknown>>;

/** Everything that is kept of a person, room by room (RGPD, articles 15 and 20). */
export interface ExportPersonne {
  etabliLe: string;
  rubriques: { nom: string; lignes: LigneExport[] }[];
}

const guillemets = (texte: string): string => `"${texte.replaceAll('"', '""')}"`;

// A cell that begins so would be computed by a spreadsheet.
const inerte = (texte: string): string => (/^[=+\-@\t\r]/.test(texte) ? `'${texte}` : texte);

const dire = (valeur: unknown): string => {
  if (valeur === null || valeur === undefined) return '';
  return typeof valeur === 'string' ? valeur : JSON.stringify(valeur);
};

/** The same as a sheet that any spreadsheet opens: one line per datum. */
export function exportEnCsv({ rubriques }: ExportPersonne): string {
  const lignes = rubriques.flatMap(({ nom, lignes: rangs }) =>
    rangs.flatMap((rang, numero) =>
      Object.entries(rang).map(([donnee, valeur]) => [nom, `${numero + 1}`, donnee, dire(valeur)]),
    ),
  );
  const tout = [['Rubrique', 'Ligne', 'Donnée', 'Valeur'], ...lignes];
  return `\uFEFF${tout.map((ligne) => ligne.map((cellule) => guillemets(inerte(cellule))).join(';')).join('\r\n')}\r\n`;
}
