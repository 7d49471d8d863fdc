import type { Valeur } from '@pleniere/indicateurs/domain';

/** The part of a value that people write. */
export type Ecrit = Pick<Valeur, 'valeur' | 'absence' | 'qualite' | 'commentaire' | 'source'>;

/**
 * Where a cell stands between what was typed and what the server knows. `attente`: valid, but its block was refused for
 * another cell; `conflit`: somebody else wrote the cell meanwhile (`actuel`, null when they emptied it); `recue`: somebody
 * else has just written it, and nothing was being typed here.
 */
export type EtatCase =
  | { sorte: 'enregistre' }
  | { sorte: 'recue'; auteur: string }
  | { sorte: 'en-cours'; texte: string; ecrit: Ecrit }
  | { sorte: 'attente'; texte: string; ecrit: Ecrit }
  | { sorte: 'hors-ligne'; texte: string; ecrit: Ecrit; motif: string }
  | { sorte: 'refuse'; texte: string; ecrit: Ecrit | null; motif: string }
  | { sorte: 'conflit'; texte: string; ecrit: Ecrit; actuel: Valeur | null };

/** An emptied cell. */
export const VIDE: Ecrit = { valeur: null, absence: null, qualite: 'provisoire', commentaire: '', source: '' };
