import type { Calcul } from '../calcul/calculs';

/** Place of an indicator in the chain of evaluation; `contexte` describes the territory and belongs to no fiche. */
export const TYPES_INDICATEUR = ['realisation', 'resultat', 'impact', 'contexte'] as const;
/** Slug of an indicator's type. */
export type TypeIndicateur = (typeof TYPES_INDICATEUR)[number];

/** What a value is made of. */
export const NATURES = [
  'nombre',
  'pourcentage',
  'montant',
  'frequence',
  'echelle',
  'oui-non',
  'liste',
  'texte',
] as const;
/** Slug of an indicator's nature. */
export type Nature = (typeof NATURES)[number];

/** Direction that one hopes for; progress has no meaning without one. */
export const SENS = ['hausse', 'baisse', 'stable', 'aucun'] as const;
/** Slug of the hoped direction. */
export type Sens = (typeof SENS)[number];

/** Territory at which values are entered. */
export const MAILLES = ['contrat', 'commune', 'qpv'] as const;
/** Slug of the territory level. */
export type Maille = (typeof MAILLES)[number];

/** How values of several territories become one, when they may. */
export const AGREGATIONS = ['somme', 'moyenne', 'moyenne-ponderee', 'derniere', 'aucune'] as const;
/** Slug of the aggregation rule. */
export type Agregation = (typeof AGREGATIONS)[number];

/** Characteristics of people that a value is split by, beside its territory. */
export const DIMENSIONS = ['sexe', 'age'] as const;
/** Slug of a characteristic. */
export type Dimension = (typeof DIMENSIONS)[number];

/** Every year of the contrat, or only the listed ones (2024, 2027, 2030…). */
export const PERIODICITES = ['annuelle', 'ponctuelle'] as const;
/** Slug of the periodicity. */
export type Periodicite = (typeof PERIODICITES)[number];

/** A number at a year: baseline or target. */
export interface Repere {
  annee: number;
  valeur: number;
}

/** One answer of a scale or of a closed list; scales are numeric (« -2 » … « 2 »), lists are slugs. */
export interface Modalite {
  valeur: string;
  libelle: string;
}

/** What a definition said before it changed, with the baseline and the targets that went with it. */
export type DefinitionPassee = Pick<
  Indicateur,
  'libelle' | 'unite' | 'definition' | 'numerateur' | 'denominateur' | 'methode' | 'source' | 'reference' | 'cibles'
>;

/**
 * A definition that changed: values from the year `depuis` on follow the new one and are not compared with those before.
 * `avant` is what the definition said until then.
 */
export interface Rupture {
  depuis: number;
  motif: string;
  avant: DefinitionPassee;
  quand: string;
  auteur: string;
}

/** Definition of an indicator: what is counted, how, where, how often, towards what. */
export interface Indicateur {
  id: string;
  version: number;
  /** Fiche that the indicator belongs to; opaque here. Null for a context indicator. */
  ficheId: string | null;
  ordre: number;
  /** Wording of the sheet, kept verbatim. */
  libelle: string;
  type: TypeIndicateur;
  nature: Nature;
  /** Plural noun shown after the number (« séances », « habitants »); empty for %, € and text. */
  unite: string;
  decimales: number;
  sens: Sens;
  maille: Maille;
  agregation: Agregation;
  periodicite: Periodicite;
  /** Years of a « ponctuelle » periodicity. */
  anneesPonctuelles: number[];
  /** What is counted and what is not. */
  definition: string;
  /** What is counted above and below the line of a percentage or a rate; empty otherwise. */
  numerateur: string;
  denominateur: string;
  source: string;
  methode: string;
  /** Breakdowns asked for beside the total of each territory. */
  ventilations: Dimension[];
  /** Indicator whose values weigh those of the territories in a weighted mean; null weighs by population. */
  ponderationId: string | null;
  /** Plausible bounds: outside them a value is questioned, never refused. */
  borneMin: number | null;
  borneMax: number | null;
  /** True when the figure counts since the beginning of the contrat, and so never falls. */
  cumulatif: boolean;
  /** Breaks of the series, oldest first; the definition is at version `ruptures.length + 1`. */
  ruptures: Rupture[];
  /** Organisation that owes the data, or null. */
  responsableId: string | null;
  reference: Repere | null;
  cibles: Repere[];
  modalites: Modalite[];
  /** Ids of the expected results that the indicator measures. */
  resultatsLies: string[];
  visibilite: 'public' | 'interne';
  /** How it is computed from facts, beside what is declared; null when it is declared alone. */
  calcul: Calcul | null;
}

/** What is typed to create or change a definition. */
export type IndicateurSaisie = Omit<Indicateur, 'id' | 'version' | 'ordre' | 'ruptures'>;

/** What a plain definition leaves unsaid: no breakdown, no weight, no bound. */
export const SANS_PRECISION: Readonly<
  Pick<
    IndicateurSaisie,
    'numerateur' | 'denominateur' | 'ventilations' | 'ponderationId' | 'borneMin' | 'borneMax' | 'cumulatif' | 'calcul'
  >
> = {
  numerateur: '',
  denominateur: '',
  ventilations: [],
  ponderationId: null,
  borneMin: null,
  borneMax: null,
  cumulatif: false,
  calcul: null,
};

/** What a new definition starts from: the commonest indicator of a fiche. */
export function definitionNeuve(ficheId: string | null): IndicateurSaisie {
  return {
    ficheId,
    libelle: '',
    type: ficheId === null ? 'contexte' : 'realisation',
    nature: 'nombre',
    unite: '',
    decimales: 0,
    sens: 'hausse',
    maille: 'qpv',
    agregation: 'somme',
    periodicite: 'annuelle',
    anneesPonctuelles: [],
    definition: '',
    source: '',
    methode: '',
    ...SANS_PRECISION,
    responsableId: null,
    reference: null,
    cibles: [],
    modalites: [],
    resultatsLies: [],
    visibilite: 'public',
  };
}

/** Limits shared by the form and the API. */
export const LIMITES_INDICATEUR = {
  libelle: 300,
  unite: 60,
  definition: 4000,
  source: 500,
  methode: 2000,
  terme: 1000,
  decimales: 4,
  modalites: 40,
  modalite: 120,
  valeurAbsolue: 1e12,
} as const;

const NATURES_NUMERIQUES: readonly Nature[] = ['nombre', 'pourcentage', 'montant', 'frequence', 'echelle'];

/** True when values are numbers. */
export function estNumerique(nature: Nature): boolean {
  return NATURES_NUMERIQUES.includes(nature);
}

/** True when the year is one at which the indicator is measured. */
export function estAttendue(indicateur: Pick<Indicateur, 'periodicite' | 'anneesPonctuelles'>, annee: number): boolean {
  return indicateur.periodicite === 'annuelle' || indicateur.anneesPonctuelles.includes(annee);
}

/** Target of the year, when one is set for exactly that year. */
export function cibleDe(indicateur: Pick<Indicateur, 'cibles'>, annee: number): Repere | null {
  return indicateur.cibles.find((cible) => cible.annee === annee) ?? null;
}

/** Target that the indicator heads for: the last one. */
export function cibleFinale(indicateur: Pick<Indicateur, 'cibles'>): Repere | null {
  return indicateur.cibles.reduce<Repere | null>(
    (derniere, cible) => (derniere === null || cible.annee > derniere.annee ? cible : derniere),
    null,
  );
}
