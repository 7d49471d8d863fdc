import type { CelluleTableur, FeuilleTableur } from '@pleniere/shared/domain';
import { LIMITES_TABLEUR } from '@pleniere/shared/domain';
import { type Cell, type CellValue, readOds, readXlsx, type Sheet, writeOds, writeXlsx } from 'hucre';
import { assainirArchive } from './archive';
import { marquerPourcentages } from './pourcentages-ods';
import { TableurIllisible } from './tableur-illisible';

/** Workbooks with sheets: the only place that knows the library that reads and writes them. */
export type FormatClasseur = 'xlsx' | 'ods';

const UTILES = /^(\[Content_Types\]\.xml|_rels\/|xl\/|mimetype$|META-INF\/manifest\.xml$|content\.xml$|styles\.xml$)/;
const RETOUCHES = { xlsx: {}, ods: { 'content.xml': marquerPourcentages } };
const LIRE = { xlsx: readXlsx, ods: readOds };
const ECRIRE = { xlsx: writeXlsx, ods: writeOds };

function celluleDe(valeur: CellValue, cellule: Cell | undefined): CelluleTableur {
  if (valeur instanceof Date) return Number.isNaN(valeur.getTime()) ? '' : valeur.toISOString().slice(0, 10);
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  if (typeof valeur !== 'number') return valeur;
  // What a spreadsheet shows: fifteen digits, and « 42 % » where it stores 0.42.
  const montre = (nombre: number) => Number(nombre.toPrecision(15));
  return cellule?.style?.numFmt?.includes('%') ? `${String(montre(valeur * 100)).replace('.', ',')} %` : montre(valeur);
}

function feuilleDe({ name, rows, cells }: Sheet): FeuilleTableur {
  const lignes = rows.map((ligne, rang) =>
    ligne.map((valeur, colonne) => celluleDe(valeur, cells?.get(`${rang},${colonne}`))),
  );
  return { nom: name, lignes };
}

/** Reads every visible sheet. */
export async function lireClasseur(octets: Uint8Array, format: FormatClasseur): Promise<FeuilleTableur[]> {
  const archive = assainirArchive(octets, UTILES, RETOUCHES[format]);
  try {
    const { sheets } = await LIRE[format](archive, { readStyles: true, maxRows: LIMITES_TABLEUR.lignes + 2 });
    return sheets.filter(({ hidden, veryHidden }) => !hidden && !veryHidden).map(feuilleDe);
  } catch {
    throw new TableurIllisible(
      'Ce classeur est illisible ou protégé par un mot de passe\u00A0: enregistrez-le à nouveau, sans mot de passe, et réessayez.',
    );
  }
}

// « _x0041_ » is how XLSX writes « A »; the text itself must say so.
const litteral = (cellule: CelluleTableur): CelluleTableur =>
  typeof cellule === 'string' ? cellule.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_') : cellule;

/** Writes sheets with fixed, filterable headings; widths in characters. */
export async function ecrireClasseur(feuilles: readonly FeuilleAEcrire[], format: FormatClasseur): Promise<Uint8Array> {
  const sheets = feuilles.map(({ nom, lignes, largeurs, titres = true }) => ({
    name: nom,
    rows: format === 'xlsx' ? lignes.map((ligne) => ligne.map(litteral)) : lignes,
    columns: largeurs.map((width) => ({ width })),
    ...(titres ? { freezePane: { rows: 1 } } : {}),
  }));
  return ECRIRE[format]({ sheets, properties: { creator: 'Plénière' } });
}

/** A sheet to write. */
export interface FeuilleAEcrire extends FeuilleTableur {
  largeurs: number[];
  /** False for a sheet that is a text. */
  titres?: boolean;
}
