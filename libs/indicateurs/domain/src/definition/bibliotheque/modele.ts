import { type IndicateurSaisie, SANS_PRECISION } from '../indicateur';

/** Subjects under which the definitions of the library are found. */
export const THEMES = [
  'emploi',
  'education',
  'sante',
  'cadre-de-vie',
  'tranquillite',
  'participation',
  'lien-social',
  'numerique',
  'egalite',
] as const;
/** Slug of a subject. */
export type Theme = (typeof THEMES)[number];

/** French label of each subject. */
export const LIBELLES_THEMES: Readonly<Record<Theme, string>> = {
  emploi: 'Emploi et insertion',
  education: 'Éducation et jeunesse',
  sante: 'Santé',
  'cadre-de-vie': 'Cadre de vie et logement',
  tranquillite: 'Tranquillité publique',
  participation: 'Participation des habitants',
  'lien-social': 'Lien social et accès aux droits',
  numerique: 'Numérique',
  egalite: 'Égalité entre les femmes et les hommes',
};

/** What a definition of the library settles; the fiche adds who answers for it, where it starts and what it aims at. */
export interface DefinitionModele extends Omit<
  IndicateurSaisie,
  'ficheId' | 'responsableId' | 'reference' | 'cibles' | 'resultatsLies' | 'visibilite'
> {
  cle: string;
  theme: Theme;
}

type Ecrite = Pick<DefinitionModele, 'cle' | 'theme' | 'libelle' | 'type' | 'definition' | 'source'> &
  Partial<DefinitionModele>;

const NU = {
  nature: 'nombre',
  unite: '',
  decimales: 0,
  sens: 'hausse',
  maille: 'qpv',
  agregation: 'somme',
  periodicite: 'annuelle',
  anneesPonctuelles: [],
  methode: '',
  modalites: [],
  ...SANS_PRECISION,
} as const;

/** A count by quartier, hoped to rise and added up, unless told otherwise. */
export function compte(ecrite: Ecrite): DefinitionModele {
  return { ...NU, anneesPonctuelles: [], modalites: [], ...ecrite };
}

/** People counted by quartier, with women and men told apart. */
export function personnes(ecrite: Ecrite): DefinitionModele {
  return compte({ unite: 'personnes', ventilations: ['sexe'], ...ecrite });
}

/** A share by quartier, with what is counted above and below the line; quarters are weighed by their population. */
export function part(ecrite: Ecrite & Pick<DefinitionModele, 'numerateur' | 'denominateur'>): DefinitionModele {
  return compte({ nature: 'pourcentage', agregation: 'moyenne-ponderee', borneMin: 0, borneMax: 100, ...ecrite });
}
