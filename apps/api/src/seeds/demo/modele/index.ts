import type { Role } from '@pleniere/acces/domain';
import type { Organisation } from '@pleniere/acteurs/domain';
import type { Commune, Contrat, Enjeu } from '@pleniere/contrat/domain';
import type { Campagne, Territoire } from '@pleniere/indicateurs/domain';
import type { ConsultationExterneSaisie } from '@pleniere/participation/domain';
import type { AccesDemo } from './acces';
import type { CircuitDemo } from './circuits';
import type { ConsultationDemo } from './consultations';
import type { DialogueDemo } from './dialogue';
import type { EspaceDemo } from './espaces';
import type { FicheDemo } from './fiches';
import type { IndicateurDemo } from './indicateurs';
import type { LienDemo } from './liens';
import type { ArreteDemo, InstanceDemo, SeanceDemo } from './plenieres';
import type { QuestionDemo } from './questions';

export type * from './fiches';
export type * from './indicateurs';
export type * from './redaction';

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
