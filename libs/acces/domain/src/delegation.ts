import type { Refus } from '@pleniere/shared/domain';

/** While somebody is away (ISO days, both included), a colleague of the same organisation acts in their place. */
export interface Delegation {
  id: string;
  version: number;
  /** Who is away. */
  personne: { id: string; nom: string };
  /** Who acts, under their own name. */
  delegue: { id: string; nom: string };
  du: string;
  au: string;
}

/** What is typed to delegate. */
export interface DelegationSaisie {
  delegueId: string;
  du: string;
  au: string;
}

/** The delegations of a person that are not over, given and received, and who could act in their place. */
export interface DelegationsPersonne {
  donnees: Delegation[];
  recues: Delegation[];
  /** People of the same organisation who have an account. */
  collegues: { id: string; nom: string; fonction: string }[];
}

/** A delegation does not end before it begins, nor before today. */
export function verifierDelegation({ du, au }: Pick<DelegationSaisie, 'du' | 'au'>, aujourdhui: string): Refus {
  if (au < du) return 'La fin de la délégation précède son début.';
  return au < aujourdhui ? 'La fin de la délégation est déjà passée.' : null;
}
