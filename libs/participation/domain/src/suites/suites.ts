import type { Refus } from '@pleniere/shared/domain';
import type { AvisDeGroupe } from '../formules/groupes';
import type { ClasseProposition, ResultatProposition } from '../resultats/classer';
import type { ParticipationDeclaree } from '../resultats/participation';
import type { Idee } from '../consultation/lectures';
import type { MotifRefus } from '../consultation/motifs';
import type { CompteVotes, DatesConsultation, FicheConsultee } from '../consultation/types';
import type { EtatProposition, StatutCandidature, StatutConsultation } from '../consultation/vocabulaire';
import type { AvancementProjet, NouvelleProjet } from './projet';

/** A criterion of a call for projects; each candidature is given 0 to 5 on it, times `poids`. */
export interface CritereAppel {
  id: string;
  libelle: string;
  poids: number;
}

/** A project that a body proposes to carry. */
export interface Candidature {
  id: string;
  version: number;
  porteur: string;
  siret: string | null;
  titre: string;
  resume: string;
  montantCentimes: number | null;
  contact: string;
  idee: { id: string; titre: string } | null;
  statut: StatutCandidature;
  /** Note out of 5 by criterion. */
  notes: Record<string, number>;
  /** Weighted mean of the notes out of 5; null until every criterion has one. */
  total: number | null;
  avis: string;
  motif: string;
  fiche: FicheConsultee | null;
  action: { id: string; titre: string } | null;
  deposeeLe: string;
  /** How far the project is, told by the last news that stands; « prévu » before any. */
  avancement: AvancementProjet;
  /** What was told of the project since it won, the oldest first. */
  nouvelles: NouvelleProjet[];
}

/** What is typed when somebody applies. */
export interface CandidatureSaisie {
  porteur: string;
  siret: string | null;
  titre: string;
  resume: string;
  montantCentimes: number | null;
  contact: string;
  ideeId: string | null;
}

/** What the instruction writes. */
export interface InstructionSaisie {
  statut: StatutCandidature;
  notes: Record<string, number>;
  avis: string;
  motif: string;
  ficheId: string | null;
  actionId: string | null;
}

/** A call for projects that answers a consultation. */
export interface AppelProjets {
  id: string;
  version: number;
  titre: string;
  texte: string;
  criteres: CritereAppel[];
  ouverture: string;
  cloture: string;
  statut: 'a-venir' | 'ouvert' | 'instruction' | 'laureats';
  laureatsPubliesLe: string | null;
  candidatures: Candidature[];
}

/** What is typed of a call for projects. */
export type AppelSaisie = Pick<AppelProjets, 'titre' | 'texte' | 'criteres' | 'ouverture' | 'cloture'>;

/** A project of the plan as everybody reads it; only the news that stand. */
export type LaureatPublic = Pick<
  Candidature,
  'id' | 'porteur' | 'titre' | 'resume' | 'montantCentimes' | 'idee' | 'fiche' | 'action' | 'avancement' | 'nouvelles'
>;

/** A call for projects as everybody reads it: laureates once they are published, never the others. */
export interface AppelPublic extends Omit<AppelProjets, 'version' | 'candidatures'> {
  laureats: LaureatPublic[];
}

/** A figure that was hoped for, and the one that came. */
export interface ChiffreExterne {
  objectif: number | null;
  realise: number | null;
}

/** A consultation that somebody else held: a source, never counted among the residents of a quarter. */
export interface ConsultationExterne {
  id: string;
  version: number;
  nom: string;
  organisateur: string;
  question: string;
  source: string;
  adresse: string;
  dates: { libelle: string; date: string; source: string }[];
  chiffres: Partial<Record<'participants' | 'propositions' | 'votes', ChiffreExterne>>;
  agenda: { titre: string; texte: string }[];
  projets: { titre: string; porteur: string; texte: string }[];
}

/** What is typed of it. */
export type ConsultationExterneSaisie = Omit<ConsultationExterne, 'id' | 'version'>;

/** What residents said of a proposition, as it was frozen. */
export interface PropositionGelee {
  id: string;
  numero: number;
  texte: string;
  etat: EtatProposition;
  motif: MotifRefus | null;
  canal: string;
  proposeeLe: string;
  /** Suspects left out. */
  votes: CompteVotes;
  sequence: CompteVotes;
  suspects: CompteVotes;
  papier: { pour: number; contre: number; neutre: number };
}

/** What is frozen when the analysis starts. */
export interface ResultatGele {
  id: string;
  question: string;
  geleLe: string;
  seuils: Record<string, unknown>;
  dates: DatesConsultation;
  votesSha256: string;
  participants: { total: number; suspects: number; bornes: number };
  bulletins: number;
  profils: Record<'trancheAge' | 'genre' | 'qpvCode' | 'premiereFois', Record<string, number>>;
  propositions: PropositionGelee[];
}

/** A proposition that tells a group from the others: who agrees with it here, and elsewhere. Null under eleven votes. */
export interface PropositionDuGroupe {
  numero: number;
  ici: AvisDeGroupe | null;
  ailleurs: AvisDeGroupe | null;
}

/** A proposition with which most of every group agrees, and who agrees in each, in their order. Null under eleven votes. */
export interface PropositionPartagee {
  numero: number;
  avis: (AvisDeGroupe | null)[];
}

/** Groups of people who vote alike, as they are kept beside the frozen result: propositions by their number. */
export interface OpinionsGelees {
  /** Why no group is told; null when they are. */
  refus: Refus;
  silhouette: number | null;
  groupes: { taille: number; propres: PropositionDuGroupe[] }[];
  /** On which all the groups agree most, the clearest first. */
  partagees: PropositionPartagee[];
}

/** A proposition of the report: its votes, its result, and its class when the votes set apart are counted too. */
export interface PropositionClassee extends PropositionGelee {
  resultat: ResultatProposition;
  classeAvecSuspects: ClasseProposition;
}

/** Who took part, along one dimension. */
export interface ProfilMesure extends ParticipationDeclaree {
  dimension: 'trancheAge' | 'genre' | 'qpvCode' | 'premiereFois';
}

/** The report of a consultation. */
export interface ResultatsConsultation {
  id: string;
  question: string;
  statut: StatutConsultation;
  geleLe: string;
  sha256: string;
  votesSha256: string;
  dates: DatesConsultation;
  rapport: string;
  methode: string;
  suites: string;
  participants: ResultatGele['participants'];
  bulletins: number;
  votes: number;
  /** Thresholds of the classes, frozen when it opened, in sentences. */
  seuils: string[];
  propositions: PropositionClassee[];
  refusees: { motif: MotifRefus; nombre: number }[];
  profils: ProfilMesure[];
  /** Null while they are being computed. */
  opinions: OpinionsGelees | null;
  idees: Idee[];
  /** Ideas of the agenda citoyen, in their order. */
  agenda: Idee[];
  appels: AppelPublic[];
}
