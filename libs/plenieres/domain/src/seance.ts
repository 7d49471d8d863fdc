import type { Decision, FicheDuPoint } from './decision';
import type { Instance } from './instance';

/** Where a séance stands. */
export const STATUTS_SEANCE = ['preparation', 'tenue', 'annulee'] as const;
/** Slug of a séance's statut. */
export type StatutSeance = (typeof STATUTS_SEANCE)[number];

/** French label of each statut. */
export const LIBELLES_STATUTS_SEANCE: Readonly<Record<StatutSeance, string>> = {
  preparation: 'En préparation',
  tenue: 'Tenue',
  annulee: 'Annulée',
};

/** Groups that sit in an instance of a contrat de ville (article 6 of the law of 21 February 2014, and local custom). */
export const COLLEGES = ['etat', 'collectivites', 'bailleurs', 'associations', 'habitants', 'autres'] as const;
/** Slug of a collège. */
export type College = (typeof COLLEGES)[number];

/** French label of each collège. */
export const LIBELLES_COLLEGES: Readonly<Record<College, string>> = {
  etat: 'État et services de l’État',
  collectivites: 'Villes et métropole',
  bailleurs: 'Bailleurs sociaux',
  associations: 'Associations et centres sociaux',
  habitants: 'Habitants et conseils citoyens',
  autres: 'Autres partenaires',
};

/** How many people of a collège came; counts only, never a name. */
export interface PresenceCollege {
  college: College;
  presents: number;
  excuses: number;
}

/** A point of the agenda: a fiche, or a subject of its own. */
export interface PointOrdreDuJour {
  id: string;
  ficheId: string | null;
  titre: string;
}

/** A meeting of an instance, in the list. `date` is a day, `heure` « 14:00 » or empty. */
export interface SeanceResume {
  id: string;
  version: number;
  instance: Pick<Instance, 'id' | 'sorte' | 'nom'>;
  date: string;
  heure: string;
  lieu: string;
  statut: StatutSeance;
  points: number;
  decisions: number;
  decisionsOuvertes: number;
}

/** A meeting with everything that was prepared and said. */
export interface Seance extends Omit<SeanceResume, 'points' | 'decisions' | 'decisionsOuvertes'> {
  ordreDuJour: (PointOrdreDuJour & { fiche: FicheDuPoint | null })[];
  presences: PresenceCollege[];
  /** Minutes, as restricted HTML. */
  compteRendu: string;
  decisions: Decision[];
}

/** What is typed to create or change a séance; the agenda is written apart. */
export type SeanceSaisie = Pick<Seance, 'date' | 'heure' | 'lieu' | 'statut' | 'presences' | 'compteRendu'> & {
  instanceId: string;
};

/** People present over all collèges; null while nobody has counted. */
export function totalPresents(presences: readonly PresenceCollege[]): number | null {
  return presences.length === 0 ? null : presences.reduce((somme, { presents }) => somme + presents, 0);
}
