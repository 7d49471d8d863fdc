import type { Meteo } from '@pleniere/fiches/domain';
import type { AnneeDeSerie, Sens, TypeIndicateur } from '@pleniere/indicateurs/domain';

/** A stretch of text in one style; a line feed inside `texte` is a line break. */
export interface Run {
  texte: string;
  gras?: boolean;
  italique?: boolean;
  /** Side of a comparison that alone has this text. */
  marque?: 'ajout' | 'retrait';
  /** Absolute address (http, https, mailto) the text leads to. */
  lien?: string;
}

/** One entry of a list with its entries one level down. */
export interface ItemDeListe {
  runs: Run[];
  sousItems: Run[][];
}

/** A block of the right column: the only shapes that a text of the sheet can take. */
export type Bloc =
  | { type: 'paragraphe'; runs: Run[] }
  | { type: 'liste'; ordonnee: boolean; items: ItemDeListe[] }
  | { type: 'tableau'; entetes: string[]; lignes: string[][] };

/** Part of a row's right column: « Pour les habitants : » and what is said under it; no label when the row has one part. */
export interface SectionDeLigne {
  libelle: string | null;
  blocs: Bloc[];
}

/** A row of the official two-column sheet: the label at left with its help in brackets, the content at right. */
export interface LigneDeFiche {
  label: string;
  sousLabel?: string;
  sections: SectionDeLigne[];
}

/** One year of a series with the words the table shows for it: « 51 », « non disponible ». */
export interface ValeurImprimee extends AnneeDeSerie {
  texte: string;
}

/** The values of one territory; `ensemble` marks the series that speaks for the whole contrat, which targets compare to. */
export interface SerieImprimee {
  territoire: string;
  ensemble?: boolean;
  /** Every year of the contrat, in order. */
  valeurs: ValeurImprimee[];
}

/** A number attached to a year: the reference of an indicator or one of its targets. */
export interface RepereImprime {
  annee: number;
  texte: string;
  nombre: number | null;
}

/** An indicator with its years, ready to print. */
export interface IndicateurImprime {
  type: TypeIndicateur;
  libelle: string;
  unite: string;
  sens: Sens;
  reference: RepereImprime | null;
  cibles: RepereImprime[];
  series: SerieImprimee[];
  /** « 57 % du chemin vers la cible 2030 » or « Progression non calculable ». */
  progression: string;
  /** What the chart says in one sentence; printed above it and opening its text alternative. */
  phrase: string;
  source: string;
}

/** An action of the fiche with its steps; every label is the one the screen shows. */
export interface ActionImprimee {
  code: string;
  titre: string;
  pilote: string;
  echeance: string;
  statut: string;
  /** Level of participation of residents; empty when there is none. */
  participation: string;
  description: Bloc[];
  etapes: { libelle: string; faite: boolean }[];
}

/** How a city or a quarter lives the common fiche. */
export interface DeclinaisonImprimee {
  territoire: string;
  referent: string;
  statut: string;
  meteo: { valeur: Meteo; libelle: string; explication: string } | null;
  /** « Modalité retenue », « Faits marquants », « Freins », « Perspectives », with what each year says under each. */
  recits: { libelle: string; blocs: Bloc[] }[];
}

/** Everything that is printed of a fiche, as plain JSON: the PDF is a function of this object alone. */
export interface DocumentFiche {
  /** `logo` is a data URL (PNG or SVG), or null. */
  contrat: { titre: string; couleur: string; logo: string | null; anneeDebut: number; anneeFin: number };
  /** As shown, « T 1.1 ». */
  code: string;
  enjeu: { libelle: string; intitule: string; couleur: string };
  orientation: string;
  titre: string;
  /** At the foot of each page; empty when nobody has given one. */
  titreCourt: string;
  statut: string;
  /** ISO date of what the document says; the file carries it and never the clock. */
  date: string;
  lignes: LigneDeFiche[];
  indicateurs: IndicateurImprime[];
  actions: ActionImprimee[];
  declinaisons: DeclinaisonImprimee[];
  /** Avis of the State on the text that is printed, one row each; empty for whoever reads what is in force only. */
  avis: LigneDeFiche[];
}
