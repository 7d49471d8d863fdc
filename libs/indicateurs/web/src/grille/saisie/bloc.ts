import { type AnneeDeSerie, cleDe, type Valeur } from '@pleniere/indicateurs/domain';
import { celluleDeLigne, type Ligne, type LigneEnsemble } from '../modele/lignes';
import type { Rectangle } from '../modele/navigation-grille';
import type { Frappe } from './saisie-grille';
import { ecrireTsv, lireTsv, texteDe } from './texte-cellule';
import type { VueCase } from '../modele/vue-case';

/** Rows and cells of a grid, as a block is read from it or laid on it. */
export interface Tableau {
  lignes: readonly Ligne[];
  vues: (rang: number) => readonly VueCase[];
  serie: (ligne: LigneEnsemble) => readonly AnneeDeSerie[];
  valeurs: ReadonlyMap<string, Valeur>;
}

/** Cells to type, and how many pasted figures fell on computed rows. */
export interface Collage {
  frappes: Frappe[];
  ignorees: number;
}

const SANS_EFFET = /^\s*(—|à venir)?\s*$/;

function texteEn({ lignes, vues, serie, valeurs }: Tableau, rang: number, colonne: number): string {
  const ligne = lignes[rang];
  const vue = vues(rang)[colonne - 1];
  if (!ligne || !vue || ligne.sorte === 'titre') return '';
  if (ligne.sorte === 'ensemble')
    return texteDe({ valeur: serie(ligne)[colonne - 1]?.nombre ?? null, absence: null }, ligne.indicateur);
  return texteDe(valeurs.get(cleDe(celluleDeLigne(ligne, vue.annee))), ligne.indicateur);
}

/** Rows that one can enter, between two. */
function rangsEntre({ lignes }: Tableau, haut: number, bas: number): number[] {
  return lignes.flatMap(({ sorte }, rang) => (sorte !== 'titre' && rang >= haut && rang <= bas ? [rang] : []));
}

/** The selected cells as a spreadsheet takes them. */
export function copierBloc(tableau: Tableau, { haut, bas, gauche, droite }: Rectangle): string {
  const colonnes = Array.from({ length: droite - gauche + 1 }, (_, pas) => gauche + pas);
  const rangs = rangsEntre(tableau, haut, bas);
  return ecrireTsv(rangs.map((rang) => colonnes.map((colonne) => texteEn(tableau, rang, colonne))));
}

/** A single text fills the whole selection; a block keeps its own size. */
function etendre(tableau: Tableau, bloc: string[][], { haut, bas, gauche, droite }: Rectangle): string[][] {
  const seul = bloc.length === 1 && bloc[0]?.length === 1 ? bloc[0][0] : undefined;
  if (seul === undefined) return bloc;
  const ligne = Array.from({ length: droite - gauche + 1 }, () => seul);
  return rangsEntre(tableau, haut, bas).map(() => ligne);
}

/** The texts of a block laid from the upper left corner of the selection. */
export function collerBloc(tableau: Tableau, texte: string, selection: Rectangle): Collage {
  const bloc = etendre(tableau, lireTsv(texte), selection);
  const rangs = rangsEntre(tableau, selection.haut, Infinity);
  const collage: Collage = { frappes: [], ignorees: 0 };
  for (const [pas, textes] of bloc.entries()) {
    const rang = rangs[pas] ?? -1;
    const ligne = tableau.lignes[rang];
    for (const [decalage, colle] of textes.entries()) {
      const vue = tableau.vues(rang)[selection.gauche - 1 + decalage];
      if (!vue || (vue.verrou !== null && SANS_EFFET.test(colle))) continue;
      if (ligne?.sorte !== 'saisie') collage.ignorees++;
      else collage.frappes.push({ cellule: celluleDeLigne(ligne, vue.annee), texte: colle.trim(), verrou: vue.verrou });
    }
  }
  return collage;
}
