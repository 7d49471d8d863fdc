import { sansAccents } from '@pleniere/shared/domain';
import { estNumerique, type Modalite } from '../definition/indicateur';
import { lireAbsence } from './absences';
import { verifierContenu, type RegleIndicateur } from './regles-valeur';
import type { Absence, Contenu } from './valeur';

/** What a typed or pasted cell means: a value, an absence, an emptied cell, or a refusal that keeps the text. */
export type CelluleLue =
  | { sorte: 'valeur'; valeur: Exclude<Contenu, null> }
  | { sorte: 'absence'; absence: Absence }
  | { sorte: 'vide' }
  | { sorte: 'refus'; detail: string };

function lireNombre(texte: string): number | null {
  const nu = texte
    .replace(/[\s\u00A0\u202F]/g, '')
    .replace(/[%€]$/, '')
    .replace('−', '-')
    .replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(nu) ? Number(nu) : null;
}

/** Longest run of comma-separated words that is a known answer: labels may hold commas themselves. */
function separer(texte: string, modalites: readonly Modalite[]): string[] {
  const mots = texte.split(',');
  for (let taille = mots.length; taille > 0; taille--) {
    const debut = mots.slice(0, taille).join(',').trim();
    const cle = sansAccents(debut);
    const connue = modalites.find(({ valeur, libelle }) => valeur === debut || sansAccents(libelle) === cle);
    if (connue) return [connue.valeur, ...separer(mots.slice(taille).join(','), modalites)];
  }
  return texte.trim() === '' ? [] : [texte.trim()];
}

function lireModalites(texte: string, { modalites }: RegleIndicateur): string[] {
  return [...new Set(texte.split(/[;\n]/).flatMap((partie) => separer(partie, modalites)))];
}

function interpreter(texte: string, indicateur: RegleIndicateur): Exclude<Contenu, null> {
  if (indicateur.nature === 'echelle') return lireNombre(texte) ?? Number(separer(texte, indicateur.modalites)[0]);
  if (estNumerique(indicateur.nature)) return lireNombre(texte) ?? texte;
  if (indicateur.nature === 'liste') return lireModalites(texte, indicateur);
  return indicateur.nature === 'oui-non' ? sansAccents(texte) : texte;
}

/** Reads a cell as people write it: « 1 060,5 », « 42 % », « nd », « non concerné », « s », labels of a list. */
export function lireCellule(texte: string, indicateur: RegleIndicateur): CelluleLue {
  const net = texte.trim();
  if (net === '') return { sorte: 'vide' };
  const absence = lireAbsence(net);
  if (absence) return { sorte: 'absence', absence };
  const valeur = interpreter(net, indicateur);
  const detail = verifierContenu(valeur, indicateur);
  return detail === null ? { sorte: 'valeur', valeur } : { sorte: 'refus', detail };
}
