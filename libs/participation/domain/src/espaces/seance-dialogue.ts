import type { EtatQuestion } from '../questions/etats';
import type { StatutSeance, TransitionSeance } from '../seances/circuit-seance';
import type {
  FormeEspace,
  GenreDeclare,
  ModaliteSeance,
  NiveauParticipation,
  RolePresence,
  Sollicitation,
  TrancheAge,
} from '../seances/mots-seance';

/** A séance of an espace de dialogue as a list shows it. `heure` is « 18:30 » or empty, `presents` counts people of every role. */
export interface SeanceDialogueResume {
  id: string;
  version: number;
  espace: { id: string; nom: string; forme: FormeEspace; organisationId: string };
  qpvCode: string | null;
  date: string;
  heure: string;
  lieu: string;
  modalite: ModaliteSeance;
  statut: StatutSeance;
  motif: string;
  niveauParticipation: NiveauParticipation | null;
  compteRenduPublieLe: string | null;
  /** People present, counted or ticked; null when nobody has counted. */
  presents: number | null;
  /** Residents among them. */
  habitants: number | null;
}

/** One person in the room, without a name: everything but the role may stay unsaid. */
export interface PresenceDite {
  role: RolePresence;
  trancheAge: TrancheAge | null;
  genre: GenreDeclare | null;
  qpvCode: string | null;
  premiereFois: boolean | null;
}

/** A presence that was kept. */
export interface Presence extends PresenceDite {
  id: string;
  /** Said by the person, on their own phone. */
  parTelephone: boolean;
}

/** How a headcount was made. */
export const METHODES_COMPTAGE = ['comptage', 'feuille', 'estimation'] as const;
/** Slug of a way of counting. */
export type MethodeComptage = (typeof METHODES_COMPTAGE)[number];

/** French label of each way of counting. */
export const LIBELLES_METHODES: Readonly<Record<MethodeComptage, string>> = {
  comptage: 'compté dans la salle',
  feuille: 'compté sur la feuille d’émargement',
  estimation: 'estimé',
};

/** How many people of a role were counted, whoever they are. */
export interface Comptage {
  role: RolePresence;
  n: number;
  methode: MethodeComptage;
  version: number;
}

/** How many people gave each note, from 1 to 5, to the question asked at the end. Version 0 while nobody has answered. */
export interface Ressenti {
  version: number;
  notes: number[];
}

/** Something that was said, taken down in the room. */
export interface NoteSeance {
  id: string;
  texte: string;
  /** When it was taken down, ISO. */
  priseLe: string;
}

/** A question asked at a séance, and where its answer stands. */
export interface QuestionDeSeance {
  id: string;
  numero: number;
  texte: string;
  etat: EtatQuestion;
}

/** A séance with everything that was prepared, counted and said. */
export interface SeanceDialogue extends SeanceDialogueResume {
  dureeMinutes: number | null;
  sollicitations: Sollicitation[];
  ordreDuJour: string;
  /** Restricted HTML. */
  compteRendu: string;
  niveauJustification: string;
  ressentiQuestion: string;
  codeEmargement: string | null;
  /** Path of the page that a phone in the room opens. */
  adresseEmargement: string | null;
  presences: Presence[];
  comptages: Comptage[];
  ressenti: Ressenti;
  notes: NoteSeance[];
  questions: QuestionDeSeance[];
}

/** What is typed of a séance; its statut changes by transitions alone. */
export type SeanceDialogueSaisie = Pick<
  SeanceDialogue,
  | 'qpvCode'
  | 'date'
  | 'heure'
  | 'dureeMinutes'
  | 'lieu'
  | 'modalite'
  | 'sollicitations'
  | 'ordreDuJour'
  | 'compteRendu'
  | 'niveauParticipation'
  | 'niveauJustification'
  | 'ressentiQuestion'
>;

/** A step of the life of a séance to take, with what it asks: a reason, or the new day (ISO). */
export interface DemandeEtape {
  transition: TransitionSeance;
  motif: string;
  date: string | null;
}

/** What a phone in the room reads before it declares its presence. */
export interface EmargementOuvert {
  espace: string;
  date: string;
  lieu: string;
  quartiers: { code: string; nom: string }[];
}
