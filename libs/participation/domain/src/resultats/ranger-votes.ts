import type { VotesRanges } from '../formules/axes';

/** Votes of those who voted enough, by person then by proposition, and the number of the proposition of each column. */
export interface VotesDesPersonnes extends VotesRanges {
  numeros: number[];
}

/**
 * Puts votes in order, whatever the order they come in. Each is three whole numbers end to end: the rank of whoever gave
 * it, the number of the proposition, and −1, 0 or 1. Persons of fewer than `votesMin` votes are left out.
 */
export function rangerVotes(votes: readonly number[], votesMin: number): VotesDesPersonnes {
  const largeur = votes.reduce((max, lu, place) => (place % 3 === 1 ? Math.max(max, lu + 1) : max), 1);
  // A vote told by one number: the engine sorts numbers a hundred times as fast as objects.
  const cles = new Float64Array(votes.length / 3);
  for (const vote of cles.keys()) {
    const [personne, numero, valeur] = [votes[3 * vote] ?? 0, votes[3 * vote + 1] ?? 0, votes[3 * vote + 2] ?? 0];
    cles[vote] = (personne * largeur + numero) * 3 + valeur + 1;
  }
  cles.sort();
  const personneDe = (vote: number) => Math.floor((cles[vote] ?? 0) / (3 * largeur));
  const numeroDe = (vote: number) => Math.floor((cles[vote] ?? 0) / 3) % largeur;

  const numeros = [...new Set(Array.from(cles.keys(), numeroDe))].sort((a, b) => a - b);
  const colonneDe = new Map(numeros.map((numero, colonne) => [numero, colonne]));
  const debuts = [0];
  const colonnes: number[] = [];
  const valeurs: number[] = [];
  for (let debut = 0, fin = 0; debut < cles.length; debut = fin) {
    while (fin < cles.length && personneDe(fin) === personneDe(debut)) fin += 1;
    if (fin - debut < votesMin) continue;
    for (let vote = debut; vote < fin; vote += 1) {
      colonnes.push(colonneDe.get(numeroDe(vote)) ?? 0);
      valeurs.push(((cles[vote] ?? 0) % 3) - 1);
    }
    debuts.push(colonnes.length);
  }
  return {
    ...{ numeros, debuts: Int32Array.from(debuts) },
    ...{ colonnes: Int32Array.from(colonnes), valeurs: Float64Array.from(valeurs) },
  };
}
