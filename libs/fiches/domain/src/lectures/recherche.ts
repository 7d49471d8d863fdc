import type { MonContrat } from '@pleniere/acces/domain';
import type { StatutFiche } from '../circuit/circuit';

/** A fiche found in one of the contrats of a person. */
export interface FicheTrouvee {
  id: string;
  code: string;
  titre: string;
  statut: StatutFiche;
  couleur: string;
  contrat: Pick<MonContrat, 'contratId' | 'titreCourt' | 'couleur'>;
}

/** What a search in all of one's contrats gives: the best first. */
export interface FichesTrouvees {
  fiches: FicheTrouvee[];
  /** True when so many fiches hold these words that the best were looked for among the first of them only. */
  partielle: boolean;
}

/** Fiches given by a search in all of one's contrats, and how many are compared to find them. */
export const LIMITES_RECHERCHE = { fiches: 25, comparees: 400 } as const;
