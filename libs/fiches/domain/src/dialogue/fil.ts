import { ROLES, type Role } from '@pleniere/acces/domain';
import type { Refus } from '@pleniere/shared/domain';
import type { Ancre } from './ancre';
import type { DemandePrecision } from './precision';

/** Who reads a thread: the team alone, the team and the State, or everybody at work; never a lecteur, never the public. */
export const VISIBILITES_FIL = ['equipe', 'etat', 'tous'] as const;
/** Slug of the circle of a thread. */
export type VisibiliteFil = (typeof VISIBILITES_FIL)[number];

/** A thread is open until somebody says that it is settled. */
export const STATUTS_FIL = ['ouvert', 'resolu'] as const;
/** Slug of the state of a thread. */
export type StatutFil = (typeof STATUTS_FIL)[number];

/** Limits of what is said about a fiche, in characters; `mentions` counts people. */
export const LIMITES_DIALOGUE = {
  message: 5_000,
  question: 2_000,
  reponse: 5_000,
  note: 5_000,
  extrait: 300,
  mentions: 20,
} as const;

/** Time during which one may correct or delete what one has written, in milliseconds. */
export const DELAI_DE_CORRECTION = 15 * 60_000;

/** One message of a thread; its text is empty once its author has deleted it. */
export interface Message {
  id: string;
  version: number;
  auteurId: string;
  auteur: string;
  fonction: string;
  texte: string;
  mentions: { id: string; nom: string }[];
  ecritLe: string;
  modifieLe: string | null;
  supprimeLe: string | null;
}

/** A thread of messages about one part of a fiche. */
export interface Fil extends Ancre {
  id: string;
  version: number;
  /** Words that the thread was about when it was opened: they stay when the entry is gone. */
  extrait: string;
  visibilite: VisibiliteFil;
  statut: StatutFil;
  resoluPar: string | null;
  resoluLe: string | null;
  /** True when the caller is mentioned in it and has neither seen nor answered it. */
  meMentionne: boolean;
  messages: Message[];
}

/** What is typed as a message. */
export interface MessageSaisi {
  texte: string;
  /** People who are told. */
  mentions: string[];
}

/** What is typed to open a thread. */
export interface FilSaisi extends Ancre, MessageSaisi {
  visibilite: VisibiliteFil;
}

/** Somebody at work on the contrat: may be mentioned where their role reads, and asked for a précision. */
export interface Interlocuteur {
  id: string;
  nom: string;
  fonction: string;
  role: Role;
  organisation: { id: string; nom: string };
}

/** Everything that is said about a fiche and that the caller may read, notes of the State left aside. */
export interface DialogueFiche {
  fils: Fil[];
  demandes: DemandePrecision[];
  interlocuteurs: Interlocuteur[];
}

const CERCLES: Readonly<Record<VisibiliteFil, readonly Role[]>> = {
  equipe: ['equipe'],
  etat: ['equipe', 'delegue'],
  tous: ROLES.filter((role) => role !== 'lecteur'),
};

/** Circles whose threads a role reads, opens and answers. */
export function cerclesDe(role: Role): VisibiliteFil[] {
  return VISIBILITES_FIL.filter((visibilite) => CERCLES[visibilite].includes(role));
}

/** A message is corrected or deleted by its author alone, while it is fresh. */
export function refusDeCorriger(
  message: Pick<Message, 'auteurId' | 'ecritLe' | 'supprimeLe'>,
  personneId: string,
  maintenant: number,
): Refus {
  if (message.auteurId !== personneId) return 'Seul son auteur corrige ou supprime un message.';
  if (message.supprimeLe !== null) return 'Ce message est déjà supprimé.';
  const ecoule = maintenant - Date.parse(message.ecritLe) > DELAI_DE_CORRECTION;
  return ecoule ? 'Un message se corrige ou se supprime pendant quinze minutes\u202F; écrivez-en un autre.' : null;
}

/** A thread is somebody's when they have written in it or are mentioned there. */
export function estDe({ messages }: Pick<Fil, 'messages'>, personneId: string): boolean {
  return messages.some(
    ({ auteurId, mentions }) => auteurId === personneId || mentions.some(({ id }) => id === personneId),
  );
}
