import type { SensAvis } from './avis';
import type { IssueFiche, SorteCause } from './revision';

/** French label of each sense of an avis. */
export const LIBELLES_SENS: Readonly<Record<SensAvis, string>> = {
  favorable: 'Favorable',
  'favorable-avec-reserves': 'Favorable avec réserves',
  'a-completer': 'À compléter',
};

/** French label of what opened a revision. */
export const LIBELLES_CAUSES: Readonly<Record<SorteCause, string>> = {
  initiale: 'Première rédaction',
  avenant: 'Avenant au contrat',
  decision: 'Décision d’une instance',
  import: 'Import d’un document',
};

/** French label of what an archived fiche became. */
export const LIBELLES_ISSUES: Readonly<Record<IssueFiche, string>> = {
  achevee: 'Achevée',
  abandonnee: 'Abandonnée',
  scindee: 'Scindée',
  fusionnee: 'Fusionnée',
};
