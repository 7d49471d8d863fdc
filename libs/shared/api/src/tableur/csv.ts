import { type CelluleTableur, type FeuilleTableur, LIMITES_TABLEUR } from '@pleniere/shared/domain';
import { deshabillerCellule, lireTexteCsv } from '@pleniere/shared/domain';
import { parse } from 'csv-parse/sync';
import { TableurIllisible } from './tableur-illisible';

/** Reads a CSV as people have them: any usual encoding and separator, line `sep=;`, lines of unequal length. */
export function lireCsv(octets: Uint8Array): FeuilleTableur {
  const { corps, separateur } = lireTexteCsv(octets);
  try {
    const lignes = parse(corps, {
      delimiter: separateur,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: LIMITES_TABLEUR.lignes + 2,
    }) as string[][];
    return { nom: 'CSV', lignes: lignes.map((ligne) => ligne.map(deshabillerCellule)) };
  } catch {
    throw new TableurIllisible('Ce fichier CSV est mal formé\u00A0: un guillemet ouvert n’est pas refermé.');
  }
}

/** How a CSV is written: for a French spreadsheet, or for a program. */
export const SAVEURS_CSV = {
  tableur: { debut: '\uFEFF', separateur: ';', decimale: ',', fin: '\r\n' },
  machine: { debut: '', separateur: ',', decimale: '.', fin: '\n' },
} as const;
/** Slug of a way to write a CSV. */
export type SaveurCsv = keyof typeof SAVEURS_CSV;

/** One line of a CSV; a text that a spreadsheet would run is opened by an apostrophe, whoever reads it. */
export function ligneCsv(cellules: readonly CelluleTableur[], saveur: SaveurCsv = 'tableur'): string {
  const { separateur, decimale, fin } = SAVEURS_CSV[saveur];
  const habiller = (cellule: CelluleTableur): string => {
    if (typeof cellule === 'number') return String(cellule).replace('.', decimale);
    const texte = cellule ?? '';
    const sur = /^'*[=+\-@\t\r]/.test(texte) ? `'${texte}` : texte;
    return /["\n\r]/.test(sur) || sur.includes(separateur) ? `"${sur.replaceAll('"', '""')}"` : sur;
  };
  return cellules.map(habiller).join(separateur) + fin;
}

/** Writes a CSV that a French spreadsheet opens at a click: BOM, semicolons, decimal commas, no text that runs. */
export function ecrireCsv({ lignes }: FeuilleTableur): Uint8Array {
  return Buffer.from(SAVEURS_CSV.tableur.debut + lignes.map((ligne) => ligneCsv(ligne)).join(''));
}
