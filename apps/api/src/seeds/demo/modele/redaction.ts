import type { Categorie } from '@pleniere/acteurs/domain';
import type { ChampId, ContenuFiche } from '@pleniere/fiches/domain';

/** Key of an organisation, a whole category (with another wording if needed), or a free wording. */
export type ActeurDemo = string | { categorie: Categorie; libelle?: string } | { libelle: string };

/** Content of a fiche as it is written by hand: lists of texts, keys instead of ids. */
export interface RedactionFiche extends Partial<Pick<ContenuFiche, ChampSimple>> {
  orientation?: string;
  pilotes?: readonly ActeurDemo[];
  partenaires?: readonly ActeurDemo[];
  referents?: readonly { acteur: ActeurDemo; fonction: string; personne?: string }[];
  resultatsAttendus?: readonly string[];
  interetHabitants?: readonly string[];
  interetTerritoire?: readonly string[];
  interetPartenaires?: readonly string[];
  facteursFavorables?: readonly string[];
  facteursDefavorables?: readonly string[];
  moyensFinanciers?: readonly string[];
  cadreQuand?: Partial<ContenuFiche['cadreQuand']>;
  cadreOu?: Partial<ContenuFiche['cadreOu']>;
  cadreAvecQui?: { texte: string; acteurs: readonly ActeurDemo[] };
  cadreAvecQuoi?: { texte: string; modalites: readonly string[] };
  planAction?: readonly (readonly [ContenuFiche['planAction'][number]['genre'], string])[];
  moyensHumains?: readonly (readonly [texte: string, etp: number | null])[];
  lignesBudget?: readonly LigneBudgetDemo[];
  documents?: readonly { titre: string; adresse: string }[];
  sectionsSupplementaires?: readonly { libelle: string; texte: string }[];
}

type ChampSimple = Extract<
  ChampId,
  'titre' | 'titreCourt' | 'publicCible' | 'contexte' | 'resumePublic' | 'dispositifs' | 'p147'
>;

/** One line of budget in whole euros: year, financer, nature, planned, obtained, spent; the letter of the action that it pays. */
export type LigneBudgetDemo = readonly [
  annee: number,
  financeur: string,
  nature: ContenuFiche['lignesBudget'][number]['nature'],
  prevu: number | null,
  obtenu: number | null,
  realise: number | null,
  action?: string,
];
