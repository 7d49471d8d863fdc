import { type Compte, type Masque, Reseau } from './reseau';

/**
 * Which counts of a table to hide: the small ones, and as many others as it takes for none to be computed from the totals
 * (network-flow suppression, exact on tables whose parts and territories add up). Small counts are told as such (« < 5 »)
 * as long as they can still be any of them; failing that, all the hidden ones are told alike. When what the reader
 * already knows betrays a count whatever is done, everything is hidden that may be.
 */
export function masquer(comptes: readonly Compte[], seuil: number): ReadonlyMap<string, Masque> {
  if (!comptes.some(({ petit }) => petit)) return new Map();
  for (const etiquettes of ['distinctes', 'memes'] as const) {
    const reseau = new Reseau(comptes, seuil, etiquettes);
    if (reseau.proteger()) return reseau.masques;
  }
  const masquables = comptes.filter(({ connu = 'publie' }) => connu === 'publie');
  return new Map(masquables.map(({ cle }) => [cle, 'masque']));
}
