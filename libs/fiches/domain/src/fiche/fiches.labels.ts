import type { CadreOu, ElementPlanAction, LigneBudget, PublicCible, ReferentCite } from './contenu';

/** French label of each public. */
export const LIBELLES_PUBLICS: Readonly<Record<PublicCible['publics'][number], string>> = {
  'tous-habitants': 'Tous les habitants',
  'petite-enfance': 'Petite enfance (0-3 ans)',
  enfants: 'Enfants (4-10 ans)',
  adolescents: 'Adolescents (11-17 ans)',
  'jeunes-adultes': 'Jeunes adultes (18-25 ans)',
  adultes: 'Adultes',
  seniors: 'Seniors',
  femmes: 'Femmes',
  parents: 'Parents',
  'demandeurs-emploi': 'Personnes en recherche d’emploi',
  allophones: 'Personnes allophones',
  'personnes-handicapees': 'Personnes en situation de handicap',
};

/** French label of each territorial scope. */
export const LIBELLES_PORTEES: Readonly<Record<CadreOu['portee'], string>> = {
  'tous-qpv': 'Tous les quartiers prioritaires',
  selection: 'Certains quartiers ou communes',
  'hors-qpv': 'Hors quartiers prioritaires',
  metropole: 'Toute la métropole',
  'a-preciser': 'Territoire à préciser',
};

/** French label of each kind of plan entry. */
export const LIBELLES_GENRES: Readonly<Record<ElementPlanAction['genre'], string>> = {
  principe: 'Principe',
  etape: 'Étape',
  action: 'Action',
};

/** French label of each nature of credits. */
export const LIBELLES_CREDITS: Readonly<Record<LigneBudget['nature'], string>> = {
  'droit-commun': 'Droit commun',
  'credits-specifiques': 'Crédits spécifiques',
};

/** « Référents politique de la ville (Villes) »; whichever of the two already says the other stands alone. */
export function referentEnMots({ libelle, fonction }: Pick<ReferentCite, 'libelle' | 'fonction'>): string {
  if (libelle === '' || fonction.includes(libelle)) return fonction;
  return libelle.includes(fonction) ? libelle : `${fonction} (${libelle})`;
}
