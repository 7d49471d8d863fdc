import type { CompteVotes } from '../consultation/types';
import { totalVotes } from '../consultation/votes';
import { type Zone, zoneDe } from '../formules/score-make';
import { type Intervalle, intervalleWilson } from '../formules/wilson';
import { SEUILS_PAR_DEFAUT, type SeuilsConsultation } from './seuils';

/** What residents made of a proposition (F4), from the most to the least supported. */
export const CLASSES_PROPOSITION = ['plebiscitee', 'controversee', 'rejetee', 'incomprise', 'non-tranchee'] as const;
/** Slug of a class. */
export type ClasseProposition = (typeof CLASSES_PROPOSITION)[number];

/** French label of each class. */
export const LIBELLES_CLASSES: Readonly<Record<ClasseProposition, string>> = {
  plebiscitee: 'Plébiscitée',
  controversee: 'Controversée',
  rejetee: 'Rejetée',
  incomprise: 'À reformuler',
  'non-tranchee': 'Non tranchée',
};

/** A share of the votes, between its bounds. */
export interface PartDesVotes extends Intervalle {
  nombre: number;
  part: number;
}

/** Result of a proposition: never a class without its number of votes and its interval. */
export interface ResultatProposition {
  classe: ClasseProposition;
  zone: Zone | null;
  n: number;
  /** Fewer votes than it takes: « résultat fragile ». */
  fragile: boolean;
  pour: PartDesVotes;
  contre: PartDesVotes;
  neutre: PartDesVotes;
}

function partDe(nombre: number, n: number): PartDesVotes {
  return { nombre, part: n === 0 ? 0 : nombre / n, ...intervalleWilson(nombre, n) };
}

function classeDe(
  { pour, contre, n }: Pick<ResultatProposition, 'pour' | 'contre' | 'n'>,
  pasCompris: number,
  seuils: SeuilsConsultation,
): ClasseProposition {
  if (n === 0) return 'non-tranchee';
  const assez = n >= seuils.votesFiables;
  if (assez && pour.bas >= seuils.plebiscitee) return 'plebiscitee';
  if (pour.bas >= seuils.controversee && contre.bas >= seuils.controversee) return 'controversee';
  if (contre.bas >= seuils.rejetee) return 'rejetee';
  return assez && pasCompris / n >= seuils.incomprise ? 'incomprise' : 'non-tranchee';
}

/** Result of a proposition from its valid votes, by the thresholds frozen when the consultation opened. */
export function resultatDe(votes: CompteVotes, seuils: SeuilsConsultation = SEUILS_PAR_DEFAUT): ResultatProposition {
  const n = totalVotes(votes);
  const parts = { pour: partDe(votes.pour, n), contre: partDe(votes.contre, n), neutre: partDe(votes.neutre, n) };
  return {
    classe: classeDe({ ...parts, n }, votes.pasCompris, seuils),
    zone: zoneDe(votes),
    n,
    fragile: n < seuils.votesFiables,
    ...parts,
  };
}

/** Order of the results: by class, then by what is sure of the support. */
export function comparerResultats(a: ResultatProposition, b: ResultatProposition): number {
  const rang = ({ classe }: ResultatProposition) => CLASSES_PROPOSITION.indexOf(classe);
  return rang(a) - rang(b) || b.pour.bas - a.pour.bas || b.n - a.n;
}
