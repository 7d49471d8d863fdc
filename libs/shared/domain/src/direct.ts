/** Who may receive a live event: any account, those who write (not a lecteur), the State alone, the team alone. */
export const VISIBILITES = ['tous', 'travail', 'etat', 'equipe'] as const;
/** One of the circles that a live event is told to. */
export type Visibilite = (typeof VISIBILITES)[number];

/**
 * Something that has just happened in a contrat, told to the screens that are open. It says what to read again, never
 * what was written: `donnees` holds ids and versions, so that each reader gets the content through its own rights.
 */
export interface EvenementDirect {
  /** `<area>.<noun>`, as in `valeur.saisie`. */
  type: string;
  objetId: string;
  ficheId?: string;
  /** Person whose act it is: their own screen already knows. */
  auteurId?: string;
  visibilite: Visibilite;
  /** The only people who hear of it, when it is not for the whole circle; nobody is told who they are. */
  pour?: readonly string[];
  donnees?: Readonly<Record<string, string | number | boolean | null>>;
}
