import type { ChampId } from '../fiche/contenu';

/** What is typed as a note; on a field, or on the whole fiche. */
export interface NoteSaisie {
  champ: ChampId | null;
  texte: string;
}

/** What the State keeps for itself about a fiche: read by the délégués of the contrat, and by nobody else anywhere. */
export interface NoteTerrain extends NoteSaisie {
  id: string;
  version: number;
  auteurId: string;
  auteur: string;
  ecriteLe: string;
  modifieeLe: string | null;
}
