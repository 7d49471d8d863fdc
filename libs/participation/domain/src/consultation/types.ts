import type { MotifRefus } from './motifs';
import type {
  CanalParticipant,
  EtatProposition,
  ExigenceConsultation,
  MotifSignalement,
  Qualification,
  StatutConsultation,
  ValeurVote,
} from './vocabulaire';

/** Instants of a consultation, in universal time; propositions stop at `finPropositions`, votes at `fin`. */
export interface DatesConsultation {
  ouverture: string;
  finPropositions: string;
  fin: string;
}

/** A date that was moved: public, with its reason and the function of who moved it. */
export interface DateChangee {
  champ: 'ouverture' | 'fin-propositions' | 'fin';
  ancienne: string;
  nouvelle: string;
  motif: string;
  fonction: string;
  changeeLe: string;
}

/** What is counted of a consultation; suspects left out. */
export interface CompteursConsultation {
  participants: number;
  propositions: number;
  votes: number;
}

/** How many gave each vote and each qualification. */
export interface CompteVotes {
  pour: number;
  contre: number;
  neutre: number;
  coupDeCoeur: number;
  realiste: number;
  banalitePour: number;
  surtoutPas: number;
  infaisable: number;
  banaliteContre: number;
  pasCompris: number;
  pasDAvis: number;
  indifferent: number;
}

/** A fiche as a consultation names it. */
export interface FicheConsultee {
  id: string;
  code: string;
  titre: string;
}

/** A quarter as a consultation names it. */
export interface QuartierConsulte {
  code: string;
  libelle: string;
}

/** What anybody reads of a consultation. */
export interface ConsultationPublique {
  id: string;
  question: string;
  description: string;
  charte: string;
  mentionRgpd: string;
  statut: StatutConsultation;
  dates: DatesConsultation;
  datesChangees: DateChangee[];
  touteLaVille: boolean;
  quartiers: QuartierConsulte[];
  fiches: FicheConsultee[];
  exigence: ExigenceConsultation;
  objectifParticipants: number | null;
  objectifVotes: number | null;
  compteurs: CompteursConsultation;
  /** Refused propositions by motif: the frame is public. */
  refusees: { motif: MotifRefus; nombre: number }[];
  peutProposer: boolean;
  peutVoter: boolean;
  /** Why it is suspended or cancelled; empty otherwise. */
  motif: string;
  /** The report can be read. */
  restituee: boolean;
}

/** A proposition that is shown to everybody. */
export interface PropositionPublique {
  id: string;
  numero: number;
  texte: string;
  prenom: string | null;
  canal: CanalParticipant | 'amorce';
  proposeeLe: string;
  etat: EtatProposition;
  idee: { id: string; titre: string } | null;
  votes: CompteVotes;
}

/** A page of propositions; `suite` asks for the next one, null at the end. */
export interface PagePropositions {
  propositions: PropositionPublique[];
  suite: number | null;
}

/** A proposition shown alone, with what its page needs to vote: a token that proves the page was opened. */
export interface PropositionAVoter extends PropositionPublique {
  jeton: string | null;
  monVote: MonVote | null;
}

/** A card of the sequence: never its counts, which would sway. */
export interface CarteVote {
  id: string;
  numero: number;
  texte: string;
  prenom: string | null;
}

/** Up to twelve cards for one participant; none left when `terminee`. */
export interface SequenceServie {
  id: string | null;
  cartes: CarteVote[];
  expireLe: string | null;
  /** Propositions on which this participant has voted, and those that can be voted on. */
  faits: number;
  total: number;
  /** Everything has been seen: thank them and stop. */
  terminee: boolean;
  /** The profile card may be offered: nothing was said yet. */
  profilPossible: boolean;
}

/** What a participant thinks of a proposition; `valeur` null once withdrawn. */
export interface MonVote {
  propositionId: string;
  valeur: ValeurVote | null;
  qualifications: Qualification[];
}

/** Answer to a vote: what stands now, and the counts that may be shown once one has voted. */
export interface VoteRecu extends MonVote {
  votes: CompteVotes;
}

/** A vote as it is sent: from a card of a served sequence, or with the token of a page. */
export interface VoteEnvoye {
  valeur: ValeurVote | null;
  qualifications: Qualification[];
  sequenceId?: string | null;
  jeton?: string | null;
}

/** A proposition as it is sent; the e-mail only serves to tell what became of it. */
export interface PropositionEnvoyee {
  texte: string;
  prenom?: string | null;
  email?: string | null;
}

/** One's own proposition, with what became of it; `motif` is always given with a refusal. */
export interface MaProposition {
  id: string;
  numero: number;
  texte: string;
  /** As it was written, when only its spelling was corrected. */
  texteOrigine: string | null;
  etat: EtatProposition;
  motif: MotifRefus | null;
  motifDetail: string;
  proposeeLe: string;
  idee: { id: string; titre: string } | null;
  votes: CompteVotes;
  peutRetirer: boolean;
  /** A refusal can be contested once. */
  peutFaireAppel: boolean;
  appelLe: string | null;
}

/** A proposition as its author follows it by e-mail, until the day when the address is forgotten. */
export interface SuiviProposition {
  proposition: MaProposition;
  jusquAu: string;
}

/** A proposition close to a text, in words alone; `opposee` when one allows what the other forbids. */
export interface PropositionProche {
  id: string;
  numero: number;
  texte: string;
  etat: EtatProposition;
  similarite: number;
  opposee: boolean;
  votes: CompteVotes;
}

/** What somebody says of themselves: each may be left null, nothing is a name. */
export interface ProfilParticipant {
  trancheAge: string | null;
  genre: string | null;
  qpvCode: string | null;
  situation: 'habitant' | 'professionnel' | 'ne-souhaite-pas-repondre' | null;
  premiereFois: boolean | null;
}

/** A report of a proposition. */
export interface SignalementEnvoye {
  motif: MotifSignalement;
  detail?: string;
}

/** Who asks, as the public services need it: the key of the cookie, and what tells a browser from another. */
export interface Visiteur {
  /** Random key of 43 characters that the site put in a cookie; null before there is one. */
  cle: string | null;
  ip: string;
  agent: string;
  /** Code of a kiosk of a centre social, which shares one address. */
  borne?: string | null;
  codeHabitant?: string | null;
}

/** Everything a participant left, for whoever holds the key. */
export interface ExportParticipant {
  profil: ProfilParticipant | null;
  propositions: MaProposition[];
  votes: (MonVote & { texte: string })[];
}
