import type { IndicateurAvecValeurs } from '../serie/serie';
import type { FicheDeGrille } from './grille';
import type { Valeur } from './valeur';

/** Fields of a value in one line, in their order; its indicator is the one that bears it. */
export const CHAMPS_SERRES = [
  'annee',
  'territoire',
  'ventilation',
  'version',
  'valeur',
  'absence',
  'qualite',
  'commentaire',
  'source',
  'modifieLe',
  'modifiePar',
  'statut',
  'enRetard',
  'retour',
] as const satisfies readonly (keyof Valeur)[];

/** A value in one line, without the names of its fields: the page of the grid carries thousands of them. */
export type ValeurSerree = readonly Valeur[(typeof CHAMPS_SERRES)[number]][];

/** An indicator whose values are in one line each. */
export type IndicateurSerre = Omit<IndicateurAvecValeurs, 'valeurs'> & { valeurs: ValeurSerree[] };

/** A fiche of the grid as it travels. */
export type FicheSerree = Omit<FicheDeGrille, 'indicateurs'> & { indicateurs: IndicateurSerre[] | null };

/** The value that such a line stands for. */
function deplier(indicateurId: string, serree: ValeurSerree): Valeur {
  const champs = CHAMPS_SERRES.map((champ, rang) => [champ, serree[rang]] as const);
  return { indicateurId, ...Object.fromEntries(champs) } as Valeur;
}

/** The grid from what has travelled. */
export function deplierGrille(fiches: readonly FicheSerree[]): FicheDeGrille[] {
  return fiches.map(({ indicateurs, ...fiche }) => ({
    ...fiche,
    indicateurs:
      indicateurs?.map(({ valeurs, ...indicateur }) => ({
        ...indicateur,
        valeurs: valeurs.map((serree) => deplier(indicateur.id, serree)),
      })) ?? null,
  }));
}
