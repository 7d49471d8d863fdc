import { cleDe, type Contenu, etatDe, mailleDe, type SaisieValeur, type Valeur } from '@pleniere/indicateurs/domain';
import { isDeepStrictEqual } from 'node:util';

/** A value to write with where it comes from, when that is not the grid: its import, and the words of the journal. */
export interface SaisieSituee extends SaisieValeur {
  importId?: string | null;
  motif?: string;
}

/** A value to write that is known to come in before or after the due date of its campagne. */
export type SaisieDatee = SaisieSituee & Pick<Valeur, 'enRetard'>;

/** A batch sorted out against what stands now. */
export interface LotTrie {
  nouvelles: SaisieSituee[];
  changees: SaisieSituee[];
  effacees: SaisieSituee[];
  /** Cells that somebody else wrote since they were read. */
  perimees: SaisieSituee[];
}

/** True when the cell is to be emptied. */
export function estVide({ valeur, absence }: { valeur: Contenu; absence: string | null }): boolean {
  return valeur === null && absence === null;
}

/** Columns of a territory and of what a value holds. */
export interface Colonnes {
  commune: string | null;
  qpv: string | null;
  nombre: number | null;
  texte: string | null;
  modalites: string[] | null;
}

/** A value to write, in the columns of its table. */
export function colonnesDe<S extends SaisieValeur>({ valeur, ...saisie }: S): Omit<S, 'valeur'> & Colonnes {
  const maille = mailleDe(saisie.territoire);
  return {
    ...saisie,
    commune: maille === 'commune' ? saisie.territoire : null,
    qpv: maille === 'qpv' ? saisie.territoire : null,
    nombre: typeof valeur === 'number' ? valeur : null,
    texte: typeof valeur === 'string' ? valeur : null,
    modalites: Array.isArray(valeur) ? valeur : null,
  };
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
