import type { BlocSource, Confiance } from './source';
import type { Etiquette } from './placement/etiquette';
import type { Destination } from './placement/libelles';

/** A slice of the source, and where it goes. The passages of a document follow each other and cover all of it. */
export interface Passage {
  id: string;
  debut: number;
  fin: number;
  destination: Destination;
  /** Heading of the supplementary section when `destination` is `section`; null elsewhere. */
  section: string | null;
  /** 0 for a paragraph, 1 for an item of a list, 2 for an item under another. */
  niveau: 0 | 1 | 2;
  confiance: Confiance;
}

/** A piece of content between two headings. */
export interface Morceau {
  debut: number;
  fin: number;
  bloc: BlocSource;
  /** Heading that it stands under; null above the first one. */
  etiquette: Etiquette | null;
}

/** Passages still being gathered. */
export type Brouillon = Omit<Passage, 'id'> & { morceaux: Morceau[] };
