import { FINE, formaterNombre, INSECABLE } from '@pleniere/shared/domain';
import { accorderUnite } from '../unite';

/** Values that are computed from facts, in the order of the fiche T 1.1; the last two are ours. */
export const CALCULS = [
  'modalites-sollicitation',
  'frequence-espaces',
  'habitants-mobilises',
  'diversite-habitants',
  'actions-associant-habitants',
  'actions-changees',
  'rapport-institutions',
  'garantie-reponse',
  'budget-espaces',
] as const;
/** Slug of a computation. */
export type Calcul = (typeof CALCULS)[number];

/** French label of each computation. */
export const LIBELLES_CALCULS: Readonly<Record<Calcul, string>> = {
  'modalites-sollicitation': 'Modalités de sollicitation de la parole des habitants',
  'frequence-espaces': 'Fréquence d’organisation des espaces d’échange',
  'habitants-mobilises': 'Nombre d’habitants mobilisés',
  'diversite-habitants': 'Diversité des habitants mobilisés',
  'actions-associant-habitants': 'Nombre d’actions ayant associé les habitants',
  'actions-changees': 'Évolution des actions au regard des remontées',
  'rapport-institutions': 'Évolution du rapport aux institutions',
  'garantie-reponse': 'Garantie de réponse aux questions posées',
  'budget-espaces': 'Budget des projets nés des espaces de dialogue',
};

/** « Comment c’est compté », for each computation. */
export const EXPLICATIONS_CALCULS: Readonly<Record<Calcul, string>> = {
  'modalites-sollicitation':
    'Manières différentes d’aller vers les habitants, relevées dans les séances tenues et les consultations ouvertes. Ce qui est prévu ne compte pas.',
  'frequence-espaces':
    'Séances tenues par mois, du 1er janvier à ce jour ou à la fin de l’année. Les séances annulées ou reportées n’y sont pas.',
  'habitants-mobilises':
    'Personnes différentes reconnues par leur code, sans nom, entre deux bornes\u00A0: au moins autant que la séance la plus remplie, au plus en comptant comme différentes toutes celles que rien n’identifie. Les participations et les participants en ligne se lisent à part\u00A0: on ne les additionne jamais.',
  'diversite-habitants':
    'Équilibre des âges parmi les présents qui l’ont dit, de 0 à 1. Rien n’est calculé quand moins de la moitié l’a dit.',
  'actions-associant-habitants':
    'Actions actives reliées à une parole d’habitant au moins, avec sa preuve\u00A0: une séance où des habitants étaient présents, une proposition acceptée, une question publiée.',
  'actions-changees':
    'Fiches et actions qui ont changé à cause d’une contribution, parmi celles qui en ont reçu. Un changement compte s’il désigne la révision ou l’action nouvelle qui en est née, et seulement tant qu’elle n’est pas abandonnée.',
  'rapport-institutions':
    'Moyenne des notes de 1 à 5 données en fin de séance à une même question, entre les bornes de son intervalle à 95\u202F%. Rien n’est calculé sous onze réponses.',
  'garantie-reponse':
    'Questions qui ont reçu une réponse, ou été orientées, parmi les questions recevables. Deux questions rattachées comptent pour une\u202F; celles qui attendent comptent comme attendant encore.',
  'budget-espaces':
    'Euros réalisés, parmi ceux obtenus, des lignes de budget qui nomment une action reliée à son origine, avec preuve, à une parole d’habitant\u202F; s’y ajoutent, aux euros obtenus, ceux qu’un appel à projets accorde à l’action l’année où ses lauréats sont publiés, tant qu’aucune ligne ne dit ce qu’elle a obtenu\u00A0: une même somme ne compte qu’une fois.',
};

/** Kinds of facts that a value is computed from. */
export const SORTES_FAITS = [
  'seance',
  'question',
  'consultation',
  'proposition',
  'idee',
  'fiche',
  'action',
  'budget',
] as const;
/** Slug of a kind of fact. */
export type SorteFait = (typeof SORTES_FAITS)[number];

/** A fact that was counted, as it is shown; `adresse` is the page of the product where it is read. */
export interface FaitCompte {
  sorte: SorteFait;
  libelle: string;
  adresse: string;
}

/** A value computed from facts, with the proof of it. */
export interface ValeurCalculeeLue {
  indicateurId: string;
  annee: number;
  territoire: string;
  /** Place among those of the same indicator, year and territory: the last one stands. */
  rang: number;
  /** False once another stands after it. */
  courante: boolean;
  calcul: Calcul;
  valeur: number | null;
  min: number | null;
  max: number | null;
  numerateur: number | null;
  denominateur: number | null;
  /** Facts that were counted. */
  n: number;
  /** The value in one French sentence. */
  phrase: string;
  formuleVersion: string;
  /** SHA-256 of the facts. */
  empreinte: string;
  faits: FaitCompte[];
  calculeLe: string;
}

/** A computed value as a grid shows it, without its facts. */
export type ValeurCalculeeResumee = Pick<
  ValeurCalculeeLue,
  'indicateurId' | 'annee' | 'territoire' | 'valeur' | 'min' | 'max' | 'phrase' | 'calculeLe'
>;

const PARTS: readonly Calcul[] = ['actions-changees', 'garantie-reponse', 'diversite-habitants'];

/** A computed number as it is read beside declared ones: shares are told in percent. */
export function nombreCalcule(calcul: Calcul, valeur: number | null): number | null {
  return valeur !== null && PARTS.includes(calcul) ? valeur * 100 : valeur;
}

/** Unit of a computed number. */
export const UNITES_CALCULS: Readonly<Record<Calcul, string>> = {
  'modalites-sollicitation': 'modalités',
  'frequence-espaces': 'séances par mois',
  'habitants-mobilises': 'personnes',
  'diversite-habitants': '%',
  'actions-associant-habitants': 'actions',
  'actions-changees': '%',
  'rapport-institutions': 'sur 5',
  'garantie-reponse': '%',
  'budget-espaces': '€',
};

/** A computed value as an export tells it: the one that stands, with the proof of it. */
export type ValeurCalculeeExportee = Pick<
  ValeurCalculeeLue,
  'indicateurId' | 'annee' | 'territoire' | 'calcul' | 'valeur' | 'formuleVersion' | 'empreinte' | 'calculeLe'
>;

/** True when a computation counts people: its small counts are hidden, whatever its indicator is said to measure. */
export function compteDesPersonnes(calcul: Calcul): boolean {
  return calcul === 'habitants-mobilises';
}

const enChiffres = (calcul: Calcul, nombre: number) =>
  calcul === 'budget-espaces' ? formaterNombre(nombre) : formaterNombre(nombre, Number.isInteger(nombre) ? 0 : 1);

/** « 13 », « 50 % », « 6 000 € »: a computed number as short as a cell holds it. */
export function nombreCalculDit(calcul: Calcul, valeur: number): string {
  const [ecrit, unite] = [enChiffres(calcul, nombreCalcule(calcul, valeur) ?? 0), UNITES_CALCULS[calcul]];
  if (unite === '%') return `${ecrit}${FINE}%`;
  return unite === '€' ? `${ecrit}${INSECABLE}€` : ecrit;
}

/** « 13 personnes (entre 20 et 36) »; « Non calculable » when the facts are too few. */
export function direCalcul({
  calcul,
  valeur,
  min,
  max,
}: Pick<ValeurCalculeeLue, 'calcul' | 'valeur' | 'min' | 'max'>): string {
  if (valeur === null) return 'Non calculable';
  const court = nombreCalculDit(calcul, valeur);
  const unite = /[%€]$/.test(court) ? '' : `${INSECABLE}${accorderUnite(UNITES_CALCULS[calcul], valeur)}`;
  const bornes =
    min !== null && max !== null && min !== max
      ? ` (entre ${enChiffres(calcul, min)} et ${enChiffres(calcul, max)})`
      : '';
  return `${court}${unite}${bornes}`;
}
