import type { Role } from '@pleniere/acces/domain';
import type { Categorie, Organisation } from '@pleniere/acteurs/domain';
import type { Commune, Contrat, Enjeu } from '@pleniere/contrat/domain';
import type { ActionSaisie, ChampId, ContenuFiche, DeclinaisonSaisie, StatutFiche } from '@pleniere/fiches/domain';
import type {
  Absence,
  Campagne,
  Contenu,
  IndicateurSaisie,
  Qualite,
  Rupture,
  Territoire,
} from '@pleniere/indicateurs/domain';
import type { AccesDemo } from './acces';
import type { CircuitDemo, EvolutionDemo, PassageDemo } from './circuits';
import type { DialogueDemo } from './dialogue';
import type { ArreteDemo, InstanceDemo, SeanceDemo } from './plenieres';
import type { ConsultationExterneSaisie } from '@pleniere/participation/domain';
import type { LienDemo } from '../lignes/participation/liens';
import type { ConsultationDemo } from '../lignes/participation/modele-consultations';
import type { EspaceDemo } from './espaces';
import type { QuestionDemo } from './questions';

/** A whole demo contrat, as people would tell it; ids and rows are made from it at load. */
export interface ContratDemo {
  /** Prefix of every id of the contrat. */
  cle: string;
  contrat: Omit<Contrat, 'id' | 'version' | 'delaiAvis' | 'seuilPublication' | 'secondFacteurExige'>;
  communes: readonly Commune[];
  qpv: readonly QpvDemo[];
  enjeux: readonly EnjeuDemo[];
  organisations: Readonly<Record<string, OrganisationDemo>>;
  personnes: Readonly<Record<string, PersonneDemo>>;
  fiches: readonly FicheDemo[];
  /** Indicators that belong to no fiche. */
  contexte?: readonly IndicateurDemo[];
  /** What happens to some fiches along the circuit, by code. */
  circuits?: Readonly<Record<string, CircuitDemo>>;
  /** What is said about some fiches, by code. */
  dialogues?: Readonly<Record<string, DialogueDemo>>;
  acces?: AccesDemo;
  courriels?: readonly CourrielDemo[];
  campagnes?: readonly CampagneDemo[];
  contestations?: readonly ContestationDemo[];
  pieces?: readonly PieceDemo[];
  instances?: Readonly<Record<string, InstanceDemo>>;
  seances?: readonly SeanceDemo[];
  arretes?: readonly ArreteDemo[];
  /** What residents asked, oldest first. */
  espaces?: Readonly<Record<string, EspaceDemo>>;
  questions?: readonly QuestionDemo[];
  consultations?: Readonly<Record<string, ConsultationDemo>>;
  /** What contributions of residents were linked to, and what was decided. */
  liens?: readonly LienDemo[];
  consultationsExternes?: readonly ConsultationExterneSaisie[];
}

/** An e-mail to a person of the contrat; `{adresse}` stands for the address of the product. */
export interface CourrielDemo {
  destinataire: string;
  quand: string;
  objet: string;
  texte: string;
}

/** The collection of the values of a year; people, organisations and fiches by their keys. */
export interface CampagneDemo extends Pick<Campagne, 'annee' | 'ouverteLe' | 'echeance' | 'closeLe' | 'consigne'> {
  exceptions: readonly {
    organisation: string;
    fiche: string;
    motif: string;
    jusquAu: string;
    auteur: string;
    quand: string;
  }[];
  /** Each sending: how many values each person then owed, by fiche. */
  relances: readonly {
    quand: string;
    auteur: string;
    destinataires: Readonly<Record<string, Readonly<Record<string, number>>>>;
  }[];
}

/** A quarter of the demo; its contour comes from the reference file. */
export interface QpvDemo {
  code: string;
  libelle: string;
  libelleEditorial?: string;
  commune: string;
  npnru?: boolean;
}

/** An enjeu with its orientations, named by a letter. */
export type EnjeuDemo = Pick<Enjeu, 'type' | 'numero' | 'intitule' | 'couleur'> & {
  orientations: Readonly<Record<string, string>>;
};

/** An organisation; what is not said is null. */
export type OrganisationDemo = Pick<Organisation, 'nom' | 'categorie'> & Partial<Omit<Organisation, 'id' | 'version'>>;

/** A person with one mandat; `compte` opens a demo account. */
export interface PersonneDemo {
  nom: string;
  fonction: string;
  email: string | null;
  organisation: string;
  role: Role;
  du?: string;
  au?: string;
  compte?: boolean;
}

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

/** Place of a value: the indicator by its rank in its fiche, from 1. */
interface PlaceDemo {
  fiche: string;
  indicateur: number;
  annee: number;
  territoire: Territoire;
}

/** A value that somebody of the State contests, and what the team decided of it. */
export interface ContestationDemo extends PlaceDemo {
  contestee: number;
  proposee: number;
  motif: string;
  source: string;
  auteur: string;
  ouverteLe: string;
  decision?: { statut: 'acceptee' | 'refusee'; reponse: string; par: string; le: string };
}

/** A file that supports a value, made of the lines that it shows. */
export type PieceDemo = PlaceDemo & {
  nom: string;
  donneesPersonnelles: boolean;
  auteur: string;
  ajouteeLe: string;
} & ({ pdf: readonly string[] } | { texte: readonly string[] });

/** One cell: a value, an absence, or a value with what is said about it; null leaves the cell empty. */
export type CelluleDemo = Contenu | { absence: Absence; commentaire?: string } | CelluleCommentee;

/** A value with its quality, comment or source. */
export interface CelluleCommentee {
  valeur: Exclude<Contenu, null>;
  qualite?: Qualite;
  commentaire?: string;
  source?: string;
  /** What the team wrote when it returned the value. */
  retour?: string;
}

/** Definition of an indicator, and its cells by territory from the first year of the contrat on. */
export type IndicateurDemo = Pick<IndicateurSaisie, 'libelle' | 'type' | 'nature' | 'sens' | 'maille'> &
  Partial<
    Pick<
      IndicateurSaisie,
      | 'unite'
      | 'decimales'
      | 'agregation'
      | 'anneesPonctuelles'
      | 'definition'
      | 'numerateur'
      | 'denominateur'
      | 'source'
      | 'methode'
      | 'reference'
      | 'cibles'
      | 'modalites'
      | 'visibilite'
      | 'borneMin'
      | 'borneMax'
      | 'calcul'
    >
  > & {
    responsable?: string;
    /** Ranks (from 1) of the expected results that the indicator measures. */
    resultats?: readonly number[];
    /** Breaks of the series; what is not said of the old definition was the same. */
    ruptures?: readonly (Omit<Rupture, 'avant'> & { avant: Partial<Rupture['avant']> })[];
    valeurs: Readonly<Record<Territoire, readonly CelluleDemo[]>>;
    /** Women and men among them, where they are told apart; null where the split of the year is missing. */
    parSexe?: Readonly<Record<Territoire, readonly (FemmesEtHommes | null)[]>>;
  };

/** Women, men, and the people whose sex was not noted. */
export type FemmesEtHommes = readonly [femmes: number, hommes: number, nonPrecises?: number];

/** An action; its code comes from its rank. */
export type ActionDemo = Pick<ActionSaisie, 'titre' | 'pilote' | 'echeance' | 'statut' | 'niveauParticipation'> & {
  description?: string;
  etapes?: readonly (readonly [libelle: string, faite: boolean])[];
  refDauphin?: string;
};

/** How a ville carries the fiche out. */
export type DeclinaisonDemo = Pick<DeclinaisonSaisie, 'statutExecution' | 'meteo'> &
  Partial<Pick<DeclinaisonSaisie, 'qpvCode' | 'meteoExplication' | 'modaliteRetenue' | 'recits'>> & {
    ville: string;
    referent?: string;
  };

/** A later change of a field: who, when, and what stood there before. */
export interface RetoucheDemo<C extends ChampId = ChampId> {
  champ: C;
  quand: string;
  auteur: string;
  avant: RedactionFiche[C];
}

/** A fiche with everything that belongs to it. */
export interface FicheDemo {
  code: string;
  statut: StatutFiche;
  /** Who wrote it first, and when. */
  auteur: string;
  redigeeLe: string;
  redaction: RedactionFiche;
  indicateurs?: readonly IndicateurDemo[];
  actions?: readonly ActionDemo[];
  declinaisons?: readonly DeclinaisonDemo[];
  retouches?: readonly RetoucheDemo[];
  passages?: readonly PassageDemo[];
  evolutions?: readonly EvolutionDemo[];
}
