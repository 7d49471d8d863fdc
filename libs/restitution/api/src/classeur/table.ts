import type { FeuilleAEcrire } from '@pleniere/shared/api';
import type { CelluleTableur } from '@pleniere/shared/domain';

/** A column of a sheet: its heading, what it means, where it comes from, and how it is read of a line. */
export interface Colonne<T> {
  titre: string;
  sens: string;
  unite?: string;
  source: string;
  /** In characters. */
  largeur?: number;
  lire: (ligne: T) => CelluleTableur;
}

/** A sheet with the meaning of each of its columns: nothing is written that the dictionary does not explain. */
export interface Table {
  nom: string;
  colonnes: readonly Omit<Colonne<never>, 'lire'>[];
  lignes: CelluleTableur[][];
}

// The longest text that a cell of a workbook may hold.
const SIGNES_PAR_CELLULE = 32_767;
const SUITE = '… (texte coupé par la limite du tableur)';

function tenir(cellule: CelluleTableur): CelluleTableur {
  if (typeof cellule !== 'string' || cellule.length <= SIGNES_PAR_CELLULE) return cellule;
  return cellule.slice(0, SIGNES_PAR_CELLULE - SUITE.length) + SUITE;
}

/** The lines of a sheet, cell by cell. */
export function tableDe<T>(nom: string, colonnes: readonly Colonne<T>[], lignes: readonly T[]): Table {
  return { nom, colonnes, lignes: lignes.map((ligne) => colonnes.map(({ lire }) => lire(ligne))) };
}

/** Headings, then lines. */
export function lignesDe({ colonnes, lignes }: Table): CelluleTableur[][] {
  return [colonnes.map(({ titre }) => titre), ...lignes];
}

/** The sheet of a workbook. */
export function feuilleDe(table: Table): FeuilleAEcrire {
  return {
    nom: table.nom,
    lignes: lignesDe(table).map((ligne) => ligne.map(tenir)),
    largeurs: table.colonnes.map(({ largeur }) => largeur ?? 16),
  };
}

const COLONNES_DICTIONNAIRE: readonly Colonne<{ feuille: string; colonne: Table['colonnes'][number] }>[] = [
  { titre: 'feuille', sens: 'Feuille du classeur', source: 'Plénière', lire: ({ feuille }) => feuille },
  {
    ...{ titre: 'colonne', sens: 'Titre de la colonne', source: 'Plénière', largeur: 36 },
    lire: ({ colonne }) => colonne.titre,
  },
  { titre: 'sens', sens: 'Ce qu’elle dit', source: 'Plénière', largeur: 80, lire: ({ colonne }) => colonne.sens },
  {
    ...{ titre: 'unité', sens: 'Unité ou forme des valeurs', source: 'Plénière', largeur: 28 },
    lire: ({ colonne }) => colonne.unite ?? 'texte',
  },
  {
    ...{ titre: 'source', sens: 'D’où elle vient', source: 'Plénière', largeur: 40 },
    lire: ({ colonne }) => colonne.source,
  },
];

/** The meaning, the unit and the source of every column of every sheet, its own included. */
export function dictionnaireDe(tables: readonly Table[]): Table {
  const dit = (feuille: string, colonnes: Table['colonnes']) => colonnes.map((colonne) => ({ feuille, colonne }));
  return tableDe('Dictionnaire', COLONNES_DICTIONNAIRE, [
    ...tables.flatMap(({ nom, colonnes }) => dit(nom, colonnes)),
    ...dit('Dictionnaire', COLONNES_DICTIONNAIRE),
  ]);
}
