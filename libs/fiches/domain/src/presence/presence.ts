import type { ChampId } from '../fiche/contenu';

/** Time between two signs of life of a page that is open on a fiche, in milliseconds. */
export const BATTEMENT_PRESENCE_MS = 15_000;
/** Silence after which nobody is thought to be behind the page any more, in milliseconds. */
export const SILENCE_PRESENCE_MS = 40_000;

/** Somebody who has the fiche open, and the field that they are writing in. */
export interface Present {
  personneId: string;
  nom: string;
  fonction: string;
  champ: ChampId | null;
}

/** What a page says of itself: which one it is, and the field that is open in it. */
export interface PresenceSaisie {
  onglet: string;
  champ: ChampId | null;
}
