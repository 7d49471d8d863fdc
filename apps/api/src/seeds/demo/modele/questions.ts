import type { CanalQuestion, EtatQuestion, MotifRefusQuestion } from '@pleniere/participation/domain';

/** A version of an answer, with the moment when it was published. */
export interface ReponseDemo {
  quand: string;
  texte: string;
  fonction: string;
  fiche?: string;
}

/** A question of a resident; fiches by code, services by key of the organisation, people by key. */
export interface QuestionDemo {
  /** Names it for those that are attached to it. */
  cle?: string;
  quand: string;
  texte: string;
  canal: Exclude<CanalQuestion, 'seance'>;
  etat: EtatQuestion;
  qpv?: string;
  fiche?: string;
  /** Who moderated it, and when. */
  moderee?: { par: string; quand: string };
  service?: string;
  /** When a service was asked to answer. */
  attribuee?: string;
  echeance?: string;
  /** Who published the answer. */
  auteur?: string;
  reponses?: readonly ReponseDemo[];
  /** An answer that nobody has published yet. */
  preparee?: Omit<ReponseDemo, 'quand'>;
  motif?: MotifRefusQuestion;
  explication?: string;
  orienteeVers?: string;
  rattacheeA?: string;
  /** How many said that the answer was of use, and that it was not. */
  retours?: readonly [oui: number, non: number];
  /** True when whoever asked left an address. */
  previent?: boolean;
}
