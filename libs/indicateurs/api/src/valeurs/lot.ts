import type { Contenu, SaisieValeur, Valeur } from '@pleniere/indicateurs/domain';
import { isDeepStrictEqual } from 'node:util';

/** What names a cell of the grid. */
export type Cellule = Pick<SaisieValeur, 'indicateurId' | 'annee' | 'territoire'>;

/** The part of a value that people write, as the history keeps it. */
export type EtatValeur = Pick<Valeur, 'valeur' | 'absence' | 'qualite' | 'commentaire' | 'source'>;

/** A value to write with where it comes from, when that is not the grid: its import, and the words of the journal. */
export interface SaisieSituee extends SaisieValeur {
  importId?: string | null;
  motif?: string;
}

/** A batch sorted out against what stands now. */
export interface LotTrie {
  nouvelles: SaisieSituee[];
  changees: SaisieSituee[];
  effacees: SaisieSituee[];
  /** Cells that somebody else wrote since they were read. */
  perimees: SaisieSituee[];
}

/** Name of a cell in the journal and in the addresses: `<indicateur>/<annee>/<territoire>`. */
export function cleDe({ indicateurId, annee, territoire }: Cellule): string {
  return `${indicateurId}/${annee}/${territoire}`;
}

/** What the history keeps of a value. */
export function etatDe({ valeur, absence, qualite, commentaire, source }: EtatValeur): EtatValeur {
  return { valeur, absence, qualite, commentaire, source };
}

/** True when the cell is to be emptied. */
export function estVide({ valeur, absence }: { valeur: Contenu; absence: string | null }): boolean {
  return valeur === null && absence === null;
}

/**
 * Sorts a batch out: a cell that already holds what is asked is left alone, whatever its version; another is written
 * only from the version that stands now.
 */
export function trier(saisies: readonly SaisieSituee[], actuelles: ReadonlyMap<string, Valeur>): LotTrie {
  const lot: LotTrie = { nouvelles: [], changees: [], effacees: [], perimees: [] };
  for (const saisie of saisies) {
    const actuelle = actuelles.get(cleDe(saisie));
    const inchangee = actuelle ? isDeepStrictEqual(etatDe(saisie), etatDe(actuelle)) : estVide(saisie);
    if (inchangee) continue;
    if (saisie.version !== (actuelle?.version ?? null)) lot.perimees.push(saisie);
    else if (!actuelle) lot.nouvelles.push(saisie);
    else (estVide(saisie) ? lot.effacees : lot.changees).push(saisie);
  }
  return lot;
}
