import type { ChampId } from '../fiche/contenu';
import type { StatutFiche } from '../circuit/circuit';
import type { FicheProposee } from './contenu/composer';
import type { Destination } from './placement/libelles';
import type { Passage } from './passage';
import type { RapportPlacement } from './rapport';
import type { DocumentSource } from './source';

/** Where a file of an import stands: being read, to be reviewed, then imported or left aside; refused when unreadable. */
export const STATUTS_FICHIER = ['en-cours', 'a-relire', 'importee', 'ignoree', 'refusee', 'annulee'] as const;
/** Slug of a file's statut. */
export type StatutFichier = (typeof STATUTS_FICHIER)[number];

/** Formats that are read. */
export const FORMATS_FICHE = ['docx', 'odt', 'pdf', 'txt'] as const;
/** Slug of a format, told by what the file holds. */
export type FormatFiche = (typeof FORMATS_FICHE)[number];

/** One file of an import. */
export interface FichierImporte {
  id: string;
  version: number;
  nom: string;
  /** Null as long as it is not read. */
  format: FormatFiche | null;
  octets: number;
  statut: StatutFichier;
  /** Why it is refused, or what a cancelled import had to leave; null otherwise. */
  message: string | null;
  /** Canonical code and title that it tells; empty when it tells none. */
  code: string | null;
  titre: string;
  caracteres: number;
  nonPlaces: number;
  /** Fiche that it created or updated. */
  ficheId: string | null;
  decision: ChoixImport | null;
}

/** An import: several files given at once. */
export interface LotImport {
  id: string;
  creeLe: string;
  creePar: string;
  annuleLe: string | null;
  fichiers: FichierImporte[];
}

/** An import in the list of those of the contrat. */
export interface ResumeLot extends Omit<LotImport, 'fichiers'> {
  nombre: number;
  parStatut: Record<StatutFichier, number>;
}

/** A field that the document would change in an existing fiche. */
export interface DifferenceChamp {
  champ: ChampId;
  libelle: string;
  /** Null when the fiche has nothing there. */
  avant: unknown;
  apres: unknown;
}

/** The fiche of the contrat that already bears the code of the document. */
export interface FicheExistante {
  id: string;
  code: string;
  titre: string;
  statut: StatutFiche;
  differences: DifferenceChamp[];
  /** Wordings of indicators that it already has. */
  indicateurs: string[];
}

/** What a person ticked while reviewing a file, kept until they decide. */
export type ChoixRelecture = Pick<DecisionImport, 'confirmations' | 'indicateurs'>;

/** A file to review: its text, where each passage goes, the fiche that makes, and the one that it would replace. */
export interface FichierARelire extends FichierImporte {
  document: DocumentSource;
  passages: Passage[];
  rapport: RapportPlacement;
  /** As if every proposition were confirmed. */
  proposition: FicheProposee;
  existante: FicheExistante | null;
  choix: ChoixRelecture;
}

/** Where a passage is to go. `niveau` changes nothing when it is left out. */
export interface DeplacementPassage {
  id: string;
  destination: Destination;
  section: string | null;
  niveau?: Passage['niveau'];
}

/** What becomes of a file. */
export const CHOIX_IMPORT = ['creer', 'mettre-a-jour', 'ignorer'] as const;
/** Slug of a choice. */
export type ChoixImport = (typeof CHOIX_IMPORT)[number];

/** What becomes of a line of indicator: one definition, its measurable parts instead, or none. */
export const MODES_INDICATEUR = ['tel-quel', 'parties', 'ignorer'] as const;
/** Slug of a mode. */
export type ModeIndicateur = (typeof MODES_INDICATEUR)[number];

/** What a person decides of a file. */
export interface DecisionImport {
  decision: ChoixImport;
  /** Code of the fiche to create (null takes the next one of the enjeu) or to update. */
  code: string | null;
  enjeuId: string | null;
  orientationId: string | null;
  /** Propositions that are kept, by id. */
  confirmations: string[];
  /** For the lines of indicators that do not become one definition each. */
  indicateurs: { passage: string; mode: ModeIndicateur }[];
  /** Fields to replace in an existing fiche; all those that differ when null. */
  champs: ChampId[] | null;
}

/** What a cancelled import put back, and what it had to leave because somebody worked on it since. */
export interface AnnulationLot {
  lot: LotImport;
  retablies: number;
  laissees: { fichierId: string; nom: string; raison: string }[];
}
