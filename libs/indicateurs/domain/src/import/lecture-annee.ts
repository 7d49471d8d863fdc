import type { CelluleTableur } from '@pleniere/shared/domain';

const JOUR = 86_400_000;
// Day 0 of the spreadsheets; their dates are days since.
const ORIGINE = Date.UTC(1899, 11, 30);

function plausible(annee: number): number | null {
  return annee >= 1900 && annee < 2200 ? annee : null;
}

function deNombre(nombre: number): number | null {
  if (nombre < 20_000) return Number.isInteger(nombre) ? plausible(nombre) : null;
  return nombre < 110_000 ? plausible(new Date(ORIGINE + nombre * JOUR).getUTCFullYear()) : null;
}

/**
 * Year of a cell: 2025, « 2025 », « 31/12/2025 », « 2025-12-31 », « 31/12/25 », a spreadsheet's number of days, or the
 * only year that a text names; null when there is none, or more than one.
 */
export function lireAnnee(cellule: CelluleTableur | undefined): number | null {
  if (typeof cellule === 'number') return deNombre(cellule);
  const texte = (cellule ?? '').trim();
  if (/^\d{4,6}([.,]0+)?$/.test(texte)) return deNombre(Math.trunc(Number(texte.replace(',', '.'))));
  const courte = /^\d{1,2}[/.-]\d{1,2}[/.-](\d{2})$/.exec(texte)?.[1];
  if (courte) return 2000 + Number(courte);
  const annees = new Set(texte.match(/(?<!\d)(?:19|20|21)\d{2}(?!\d)/g) ?? []);
  const [annee] = annees;
  return annees.size === 1 ? plausible(Number(annee)) : null;
}
