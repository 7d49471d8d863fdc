import { computed, Injectable, signal } from '@angular/core';

/** Place in the grid: row among all rows, column 0 for the heading of the row. */
export interface Place {
  ligne: number;
  colonne: number;
}

/** Cells between two corners, both included. */
export interface Rectangle {
  haut: number;
  bas: number;
  gauche: number;
  droite: number;
}

type Pas = Readonly<Record<string, readonly [lignes: number, colonnes: number]>>;

const SAUT_DE_PAGE = 8;

const PAS: Pas = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-SAUT_DE_PAGE, 0],
  PageDown: [SAUT_DE_PAGE, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

const PAS_AVEC_CONTROLE: Pas = {
  ArrowUp: [-Infinity, 0],
  ArrowDown: [Infinity, 0],
  ArrowLeft: [0, -Infinity],
  ArrowRight: [0, Infinity],
  Home: [-Infinity, -Infinity],
  End: [Infinity, Infinity],
};

function borner(nombre: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, nombre));
}

/** Where the keyboard is in a grid, and what is selected. Rows that are only titles are stepped over. */
@Injectable()
export class NavigationGrille {
  private readonly rangs = signal<readonly number[]>([0]);
  private readonly colonnes = signal(0);
  private readonly voulu = signal<Place>({ ligne: 0, colonne: 1 });
  private readonly coin = signal<Place | null>(null);

  /** The focused cell; stays within the grid when rows go. */
  readonly foyer = computed<Place>(() => {
    const { ligne, colonne } = this.voulu();
    const rangs = this.rangs();
    const proche = rangs.findLast((rang) => rang <= ligne) ?? rangs[0] ?? 0;
    return { ligne: proche, colonne: Math.min(colonne, this.colonnes()) };
  });

  readonly selection = computed<Rectangle>(() => {
    const foyer = this.foyer();
    const coin = this.coin() ?? foyer;
    return {
      haut: Math.min(foyer.ligne, coin.ligne),
      bas: Math.max(foyer.ligne, coin.ligne),
      gauche: Math.max(1, Math.min(foyer.colonne, coin.colonne)),
      droite: Math.max(foyer.colonne, coin.colonne),
    };
  });

  readonly etendue = computed(() => {
    const { haut, bas, gauche, droite } = this.selection();
    return haut !== bas || gauche < droite;
  });

  /** Where the keyboard enters the grid. */
  partirDe(colonne: number): void {
    this.voulu.update((voulu) => ({ ...voulu, colonne }));
  }

  /** Tells the size of the grid: indexes of the rows that one can enter, and number of year columns. */
  mesurer(rangs: readonly number[], colonnes: number): void {
    this.rangs.set(rangs);
    this.colonnes.set(colonnes);
  }

  aller(place: Place, etendre = false): void {
    this.coin.set(etendre ? (this.coin() ?? this.foyer()) : null);
    this.voulu.set(place);
  }

  estSelectionne(ligne: number, colonne: number): boolean {
    const { haut, bas, gauche, droite } = this.selection();
    return ligne >= haut && ligne <= bas && colonne >= gauche && colonne <= droite;
  }

  /** Place where a key leads, as in a spreadsheet; null when the key does not move. */
  destination(touche: string, controle = false): Place | null {
    const pas = (controle ? PAS_AVEC_CONTROLE : PAS)[touche];
    if (!pas) return null;
    const { ligne, colonne } = this.foyer();
    const rangs = this.rangs();
    const rang = borner(rangs.indexOf(ligne) + pas[0], 0, rangs.length - 1);
    return { ligne: rangs[rang] ?? ligne, colonne: borner(colonne + pas[1], 0, this.colonnes()) };
  }
}
