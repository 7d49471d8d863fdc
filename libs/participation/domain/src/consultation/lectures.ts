import type { TransitionDeConsultation } from './circuit-consultation';
import type { MotifRefus } from './motifs';
import type {
  CompteursConsultation,
  DateChangee,
  DatesConsultation,
  FicheConsultee,
  PropositionProche,
  PropositionPublique,
  QuartierConsulte,
} from './types';
import type {
  EtatProposition,
  ExigenceConsultation,
  MotifSignalement,
  StatutConsultation,
  VerdictIdee,
} from './vocabulaire';

/** A consultation in the list of the team. */
export interface ConsultationResume {
  id: string;
  version: number;
  question: string;
  statut: StatutConsultation;
  dates: DatesConsultation | null;
  touteLaVille: boolean;
  quartiers: QuartierConsulte[];
  compteurs: CompteursConsultation;
  /** Propositions that wait for a moderator, and since when the oldest does. */
  aModerer: number;
  plusAncienneLe: string | null;
}

/** A consultation as the team prepares and follows it. */
export interface Consultation extends ConsultationResume {
  description: string;
  charte: string;
  mentionRgpd: string;
  exigence: ExigenceConsultation;
  niveau: string;
  sansAmorces: string;
  objectifParticipants: number | null;
  objectifVotes: number | null;
  fiches: FicheConsultee[];
  moderateurs: { personneId: string; nom: string }[];
  datesChangees: DateChangee[];
  rapport: string;
  methode: string;
  suites: string;
  /** Why it is suspended or cancelled; empty otherwise. */
  motif: string;
  amorces: number;
  suspects: number;
  lotsPapier: number;
  resultat: { geleLe: string; sha256: string } | null;
  purgeeLe: string | null;
  transitions: TransitionDeConsultation[];
}

/** What is typed of a consultation; after its opening only `description`, targets, `rapport`, `methode` and `suites` change. */
export interface ConsultationSaisie {
  question: string;
  description: string;
  charte: string;
  mentionRgpd: string;
  touteLaVille: boolean;
  exigence: ExigenceConsultation;
  niveau: string;
  sansAmorces: string;
  objectifParticipants: number | null;
  objectifVotes: number | null;
  rapport: string;
  methode: string;
  suites: string;
  qpvCodes: string[];
  ficheIds: string[];
  moderateurIds: string[];
}

/** Moderator who holds a proposition, until when. */
export interface VerrouDeModeration {
  nom: string;
  jusqua: string;
  mien: boolean;
}

/** A proposition that waits for a moderator, oldest first: new, reported, or contested. */
export interface PropositionAModerer {
  id: string;
  version: number;
  numero: number;
  texte: string;
  texteOrigine: string | null;
  etat: EtatProposition;
  motif: MotifRefus | null;
  prenom: string | null;
  canal: string;
  proposeeLe: string;
  masqueeLe: string | null;
  signalements: { motif: MotifSignalement; detail: string }[];
  appel: string;
  appelLe: string | null;
  verrou: VerrouDeModeration | null;
}

/** What else the author of a proposition has proposed. */
export type PropositionDuMemeAuteur = Pick<PropositionAModerer, 'id' | 'numero' | 'texte' | 'etat' | 'motif'>;

/** A proposition that a moderator has opened, with those that are close to it and what its author proposed besides. */
export interface PropositionOuverte extends PropositionAModerer {
  proches: PropositionProche[];
  duMemeAuteur: PropositionDuMemeAuteur[];
}

/** What a moderator decides; `texte` corrects the spelling alone. */
export interface DecisionModeration {
  decision: 'accepter' | 'refuser' | 'reporter';
  motif?: MotifRefus | null;
  motifDetail?: string;
  texte?: string | null;
}

/** Participants set apart by a signal, together. */
export interface SuspicionReleve {
  participantId: string;
  signal: 'arrivees-groupees' | 'votes-trop-rapides' | 'meme-ordre' | 'manuel';
  releveeLe: string;
  leveeLe: string | null;
  motif: string;
  votes: number;
  suspect: boolean;
}

/** Votes on paper for one proposition. */
export interface LignePapier {
  propositionId: string;
  pour: number;
  contre: number;
  neutre: number;
}

/** Votes on paper, or taken down by a mediator: typed by one person, typed again by another, never mixed with the others. */
export interface LotPapier {
  id: string;
  version: number;
  canal: 'papier' | 'mediateur';
  libelle: string;
  bulletins: number;
  saisiPar: string;
  saisiLe: string;
  controlePar: string | null;
  controleLe: string | null;
  lignes: LignePapier[];
}

/** An idea: propositions that somebody grouped, each with its own votes, and what was decided of it. */
export interface Idee {
  id: string;
  version: number;
  titre: string;
  resume: string;
  enjeu: { id: string; intitule: string } | null;
  verdict: VerdictIdee | null;
  motif: string;
  fonction: string;
  decideeLe: string | null;
  fiche: FicheConsultee | null;
  action: { id: string; titre: string } | null;
  /** Place in the agenda citoyen; null when it is not in it. */
  agendaRang: number | null;
  propositions: PropositionPublique[];
}

/** What is typed of an idea. */
export interface IdeeSaisie {
  titre: string;
  resume: string;
  enjeuId: string | null;
  verdict: VerdictIdee | null;
  motif: string;
  ficheId: string | null;
  actionId: string | null;
  agendaRang: number | null;
}
