import { type Compte, type Masque, masquer } from '@pleniere/indicateurs/domain';
import { SEUILS_PAR_DEFAUT } from './seuils';

/** People of a row and a column of a table that is published with its totals. */
export interface CelluleTableau {
  ligne: string;
  colonne: string;
  nombre: number;
}

/** Name of the margins. */
export const TOTAL_TABLEAU = 'total';

/** Name of a cell of a table, margins included. */
export function cleCellule(ligne: string, colonne: string): string {
  return `${ligne}/${colonne}`;
}

/**
 * Cells to hide in a table of people: those from 1 to 10, and as many others as it takes for none to be found by
 * subtraction. The grand total is always told; a row total or a column total may be hidden.
 */
export function masquerTableau(
  cellules: readonly CelluleTableau[],
  seuil = SEUILS_PAR_DEFAUT.cellule,
): ReadonlyMap<string, Masque> {
  const petit = (nombre: number) => nombre > 0 && nombre < seuil;
  const somme = (siennes: readonly CelluleTableau[]) => siennes.reduce((total, { nombre }) => total + nombre, 0);
  const marge = (
    groupes: Map<string, CelluleTableau[]>,
    bouts: (nom: string) => { de: string; vers: string },
    cle: (nom: string) => string,
  ) =>
    [...groupes].map(([nom, siennes]): Compte => {
      const nombre = somme(siennes);
      // The total of a table of one row is that row's.
      const seule = groupes.size === 1;
      return {
        cle: cle(nom),
        ...bouts(nom),
        nombre,
        petit: !seule && petit(nombre),
        connu: seule ? 'ouvert' : 'publie',
      };
    });
  const lignes = marge(
    Map.groupBy(cellules, ({ ligne }) => ligne),
    (ligne) => ({ de: 'source', vers: `l/${ligne}` }),
    (ligne) => cleCellule(ligne, TOTAL_TABLEAU),
  );
  const colonnes = marge(
    Map.groupBy(cellules, ({ colonne }) => colonne),
    (colonne) => ({ de: `c/${colonne}`, vers: 'puits' }),
    (colonne) => cleCellule(TOTAL_TABLEAU, colonne),
  );
  const coeur = cellules.map(({ ligne, colonne, nombre }) => ({
    ...{ cle: cleCellule(ligne, colonne), de: `l/${ligne}`, vers: `c/${colonne}` },
    ...{ nombre, petit: petit(nombre) },
  }));
  const tout = { cle: cleCellule(TOTAL_TABLEAU, TOTAL_TABLEAU), de: 'puits', vers: 'source', nombre: somme(cellules) };
  return masquer([...lignes, ...colonnes, ...coeur, { ...tout, connu: 'ouvert' }], seuil);
}
