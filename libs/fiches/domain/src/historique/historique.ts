import type { EntreeJournal } from '@pleniere/acces/domain';
import type { ContenuFiche } from '../fiche/contenu';
import type { FicheNommee } from '../lectures/reprise';

/** A page of what changed in the contrat, newest first, with the fiches that it may name. */
export interface HistoriqueContrat {
  entrees: EntreeJournal[];
  fiches: FicheNommee[];
}

/** The text of a fiche as it was at an instant (ISO). */
export interface TextePasse {
  quand: string;
  contenu: Partial<ContenuFiche>;
  /** Commitment sentence of the field `orientation`, or null. */
  orientationTexte: string | null;
}

/** Side of an entry of the journal that a field goes back to: what it was before the change, or after it. */
export const COTES_ENTREE = ['avant', 'apres'] as const;

/** What brings a field back to what it was: an entry of the journal, its side, and why. */
export interface RetablissementChamp {
  entree: string;
  cote: (typeof COTES_ENTREE)[number];
  motif: string;
}
