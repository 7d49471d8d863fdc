import type { Categorie } from '@pleniere/acteurs/domain';

/** Restricted HTML: p, strong, em, a[href], br, and ul/li one level deep. Sanitised on the server. */
export type TexteRiche = string;

/** Entry of an ordered list; its id is stable so that indicators and comments can point at it. */
export interface ElementListe {
  id: string;
  texte: TexteRiche;
}

/** What an entry of the « plan d’action » is; an `action` can be promoted to a followed Action. */
export const GENRES_PLAN = ['principe', 'etape', 'action'] as const;
/** Entry of the « plan d’action ». */
export interface ElementPlanAction extends ElementListe {
  genre: (typeof GENRES_PLAN)[number];
}

/** Human means, with full-time equivalents when they are known. */
export interface ElementMoyenHumain extends ElementListe {
  etp: number | null;
}

/** An organisation, or a whole category of them, with the wording of the sheet. */
export interface ActeurCite {
  organisationId: string | null;
  categorie: Categorie | null;
  libelle: string;
}

/** Référent of a fiche: a function held for an organisation (or a category), by a person when one is named. */
export interface ReferentCite extends ActeurCite {
  personneId: string | null;
  fonction: string;
}

/** « Quand ? » — ISO dates inside the contrat's years. */
export interface CadreQuand {
  texte: TexteRiche;
  debut: string | null;
  fin: string | null;
  continu: boolean;
}

/** Where a fiche applies; `a-preciser` as long as nobody said more than its words. */
export const PORTEES_TERRITORIALES = ['tous-qpv', 'selection', 'hors-qpv', 'metropole', 'a-preciser'] as const;
/** « Où ? » — QPV codes and INSEE codes when `portee` is a selection. */
export interface CadreOu {
  texte: TexteRiche;
  portee: (typeof PORTEES_TERRITORIALES)[number];
  qpv: string[];
  communes: string[];
}

/** « Avec qui ? » */
export interface CadreAvecQui {
  texte: TexteRiche;
  acteurs: ActeurCite[];
}

/** « Avec quoi ? » — the modalities among which each déclinaison chooses. */
export interface CadreAvecQuoi {
  texte: TexteRiche;
  modalites: ElementListe[];
}

/** Publics that a fiche can aim at. */
export const PUBLICS = [
  'tous-habitants',
  'petite-enfance',
  'enfants',
  'adolescents',
  'jeunes-adultes',
  'adultes',
  'seniors',
  'femmes',
  'parents',
  'demandeurs-emploi',
  'allophones',
  'personnes-handicapees',
] as const;
/** « Public cible » */
export interface PublicCible {
  texte: TexteRiche;
  publics: (typeof PUBLICS)[number][];
}

/** Ordinary law (droit commun) against credits specific to the politique de la ville (law of 2014, art. 6). */
export const NATURES_CREDITS = ['droit-commun', 'credits-specifiques'] as const;
/** One line of budget; amounts in euro cents. */
export interface LigneBudget {
  id: string;
  annee: number;
  financeur: string;
  nature: (typeof NATURES_CREDITS)[number];
  prevu: number | null;
  obtenu: number | null;
  realise: number | null;
  /** Action of the fiche that it pays; null, or absent from an older text, when it pays for the whole of it. */
  actionId?: string | null;
}

/** A document that goes with the fiche, kept elsewhere. */
export interface DocumentCite {
  id: string;
  titre: string;
  adresse: string;
}

/** A heading of another territory's template, kept so that nothing is lost. */
export interface SectionSupplementaire {
  id: string;
  libelle: string;
  texte: TexteRiche;
}

/** Everything that is written on a fiche, by field of the registry. A field absent from it has never been filled. */
export interface ContenuFiche {
  orientation: string | null;
  titre: string;
  titreCourt: string;
  pilotes: ActeurCite[];
  referents: ReferentCite[];
  resultatsAttendus: ElementListe[];
  interetHabitants: ElementListe[];
  interetTerritoire: ElementListe[];
  interetPartenaires: ElementListe[];
  cadreQuand: CadreQuand;
  cadreOu: CadreOu;
  cadreAvecQui: CadreAvecQui;
  cadreAvecQuoi: CadreAvecQuoi;
  publicCible: PublicCible;
  contexte: TexteRiche;
  facteursFavorables: ElementListe[];
  facteursDefavorables: ElementListe[];
  planAction: ElementPlanAction[];
  moyensHumains: ElementMoyenHumain[];
  moyensFinanciers: ElementListe[];
  lignesBudget: LigneBudget[];
  partenaires: ActeurCite[];
  resumePublic: string;
  dispositifs: string[];
  p147: string[];
  documents: DocumentCite[];
  sectionsSupplementaires: SectionSupplementaire[];
}

/** Id of a field that can be written. */
export type ChampId = keyof ContenuFiche;

/** State of one written field: its version (sent back in `If-Match`), who wrote it last and when. */
export interface EtatChamp {
  version: number;
  modifieLe: string;
  modifiePar: string;
}

/** Limits of the fields, shared by the form and the API (characters, or entries for lists). */
export const LIMITES_FICHE = {
  titre: 300,
  titreCourt: 80,
  resumePublic: 600,
  texteRiche: 20_000,
  element: 5_000,
  elements: 100,
  libelle: 300,
  montant: 1e13,
} as const;
