import type { TransitionQuestion } from './circuit-question';
import type { CanalQuestion, EtatQuestion, MotifRefusQuestion } from './etats';

/** A fiche as a question names it. */
export interface FicheDeQuestion {
  id: string;
  code: string;
  titre: string;
}

/** How many browsers said that an answer was of use, and that it was not. */
export interface Retours {
  oui: number;
  non: number;
}

/** One version of an answer; `publieeLe` is null while it is being written. */
export interface Reponse {
  version: number;
  texte: string;
  /** Function of whoever signs, never a name. */
  fonction: string;
  organisation: string;
  fiche: FicheDeQuestion | null;
  action: { id: string; titre: string } | null;
  publieeLe: string | null;
}

/** A question as a list shows it. */
export interface QuestionResume {
  id: string;
  version: number;
  numero: number;
  texte: string;
  canal: CanalQuestion;
  etat: EtatQuestion;
  poseeLe: string;
  quartier: { code: string; nom: string } | null;
  fiche: FicheDeQuestion | null;
  service: { id: string; nom: string } | null;
  echeance: string | null;
  repondueLe: string | null;
  /** How many questions are attached to it. */
  rattachees: number;
  retours: Retours;
}

/** The questions of a contrat: the queue of moderation, oldest first, and those that were chosen. */
export interface ListeQuestions {
  /** How many were chosen; the list stops at three hundred. */
  total: number;
  questions: QuestionResume[];
  aModerer: QuestionResume[];
}

/** What the list is narrowed to; `ouverte` stands for every état that awaits an answer. */
export interface FiltreQuestions {
  etat?: EtatQuestion | 'ouverte';
  quartier?: string;
  service?: string;
  fiche?: string;
}

/** One thing that was done about a question. */
export interface GesteQuestion {
  quand: string;
  auteur: string;
  etat: EtatQuestion | null;
  service: string | null;
  echeance: string | null;
  /** Version of the answer that was published. */
  reponse: number | null;
}

/** A question in full. */
export interface Question extends QuestionResume {
  motif: MotifRefusQuestion | null;
  explication: string;
  orienteeVers: string;
  modereeLe: string | null;
  escaladeeLe: string | null;
  /** True when whoever asked left an address to be told; the address itself is shown to nobody. */
  previent: boolean;
  seance: { id: string; date: string; espace: string } | null;
  rattacheeA: { id: string; numero: number; texte: string } | null;
  jumelles: { id: string; version: number; numero: number; texte: string; poseeLe: string }[];
  preparee: Reponse | null;
  reponses: Reponse[];
  historique: GesteQuestion[];
}

/** A question that says nearly the same; `proximite` from 0 to 1. */
export interface QuestionProche {
  id: string;
  numero: number;
  texte: string;
  etat: EtatQuestion;
  poseeLe: string;
  proximite: number;
}

/** A question heard at a séance, or taken down by a mediator. */
export interface QuestionSaisie {
  texte: string;
  seanceId: string | null;
  qpvCode: string | null;
  ficheId: string | null;
  email: string | null;
}

/** Where a question belongs. */
export interface ClassementQuestion {
  qpvCode: string | null;
  ficheId: string | null;
}

/** Steps that belong to whoever answers; the others, to whoever sorts. */
export const TRANSITIONS_REPONSE = [
  'preparer-reponse',
  'reprendre-reponse',
  'publier-reponse',
  'corriger-reponse',
] as const satisfies readonly TransitionQuestion[];
/** Name of a step of the answer. */
export type TransitionReponse = (typeof TRANSITIONS_REPONSE)[number];
/** Name of a step of whoever sorts. */
export type TransitionTraitement = Exclude<TransitionQuestion, TransitionReponse>;

/** What a step gives; what it does not ask stays empty. */
export interface TraitementQuestion {
  transition: TransitionTraitement;
  /** Slug of the charter to refuse, words for the rest: whoever asked reads it. */
  motif: string;
  /** Words added to a refusal. */
  explication: string;
  orientation: string;
  serviceId: string | null;
  echeance: string | null;
  cibleId: string | null;
}

/** An answer as it is typed. */
export interface ReponseSaisie {
  texte: string;
  fonction: string;
  ficheId: string | null;
  actionId: string | null;
}

/** Longest texts of a question and of its answer. */
export const LIMITES_QUESTIONS = { reponse: 4000, fonction: 160, explication: 1000, orientation: 300 } as const;

/** A question as everybody reads it, with every version of its answer, the last one first. */
export interface QuestionPublique {
  numero: number;
  texte: string;
  canal: CanalQuestion;
  etat: EtatQuestion;
  poseeLe: string;
  quartier: { code: string; nom: string } | null;
  fiche: FicheDeQuestion | null;
  service: string | null;
  echeance: string | null;
  /** Late by fifteen days or more: everybody is told. */
  enRetard: boolean;
  repondueLe: string | null;
  orienteeVers: string;
  explication: string;
  /** How many times it was asked, duplicates included. */
  fois: number;
  reponses: Reponse[];
  retours: Retours;
}

/** A page of public questions. */
export interface PageQuestions {
  total: number;
  questions: QuestionPublique[];
}

/** What whoever asked sees of their question by its récépissé. */
export interface SuiviQuestion {
  numero: number;
  texte: string;
  etat: EtatQuestion;
  poseeLe: string;
  motif: MotifRefusQuestion | null;
  explication: string;
  /** True while an address is kept to tell them. */
  previent: boolean;
  /** The question as everybody reads it, or the one that it was attached to. */
  question: QuestionPublique | null;
}

/** What is asked on the public site. */
export interface QuestionPosee {
  texte: string;
  qpvCode: string | null;
  ficheId: string | null;
  email: string | null;
  /** True once whoever asks has read that the text seems to name somebody, and keeps it. */
  confirme: boolean;
}

/** What whoever asked keeps, to follow the question. */
export interface RecepisseQuestion {
  numero: number;
  recepisse: string;
}

/** One receivable question and what became of it, as the guarantee counts it. */
export interface FaitDeGarantie {
  id: string;
  etat: EtatQuestion;
  poseeLe: string;
  modereeLe: string | null;
  echeance: string | null;
  repondueLe: string | null;
  retours: Retours;
}
