import type { Campagne } from './campagne';

/** What has come in of the cells expected in one place: how many, and what became of them. */
export interface Avancement {
  attendues: number;
  /** Cells that hold a value, whatever its statut. */
  saisies: number;
  /** Cells whose absence is said: a value that is not there, and why. */
  expliquees: number;
  /** Cells that the team returned and that wait for a correction. */
  retournees: number;
  /** Cells that the team has checked, or that a closing has locked. */
  validees: number;
  /** Cells that came in after the due date. */
  tardives: number;
}

/** How far the collection has come in one place; `sans-objet` where nothing is expected. */
export const ETATS_AVANCEMENT = ['complet', 'en-cours', 'en-retard', 'aucune-reponse', 'sans-objet'] as const;
/** Slug of how far it has come. */
export type EtatAvancement = (typeof ETATS_AVANCEMENT)[number];

/** Nothing expected, nothing come. */
export const AVANCEMENT_NUL: Readonly<Avancement> = {
  attendues: 0,
  saisies: 0,
  expliquees: 0,
  retournees: 0,
  validees: 0,
  tardives: 0,
};

/** Cells still owed: those that are empty and those that were returned. */
export function resteAFaire({ attendues, saisies, expliquees, retournees }: Avancement): number {
  return attendues - saisies - expliquees + retournees;
}

/** Cells that are answered and not to be done again. */
export function faites(avancement: Avancement): number {
  return avancement.attendues - resteAFaire(avancement);
}

/** How far the collection has come on that day: silence is told apart from delay. */
export function etatAvancement(
  avancement: Avancement,
  { echeance }: Pick<Campagne, 'echeance'>,
  jour: string,
): EtatAvancement {
  if (avancement.attendues === 0) return 'sans-objet';
  if (resteAFaire(avancement) === 0) return 'complet';
  if (avancement.saisies + avancement.expliquees === 0) return 'aucune-reponse';
  return jour > echeance ? 'en-retard' : 'en-cours';
}
