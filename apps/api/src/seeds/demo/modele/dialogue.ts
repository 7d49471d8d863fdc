import type { ChampId, VisibiliteFil } from '@pleniere/fiches/domain';
import type { Territoire } from '@pleniere/indicateurs/domain';

/** A message of a thread; `mentions` by key, named in the text after « @ ». */
export interface MessageDemo {
  auteur: string;
  quand: string;
  texte: string;
  mentions?: readonly string[];
  /** Deleted by its author: the text is gone. */
  supprimeLe?: string;
}

/** A thread about a fiche, a field (an entry of its list by rank), or a value of an indicator (by rank). */
export interface FilDemo {
  champ?: ChampId;
  element?: { rang: number; extrait: string };
  valeur?: { indicateur: number; annee: number; territoire: Territoire; extrait: string };
  visibilite?: VisibiliteFil;
  messages: readonly MessageDemo[];
  resolu?: { par: string; le: string };
}

/** A demande de précision, to a person or an organisation by key. */
export interface PrecisionDemo {
  champ?: ChampId;
  question: string;
  auteur: string;
  quand: string;
  personne?: string;
  organisation?: string;
  echeance: string;
  reponse?: { par: string; le: string; texte: string };
  close?: { par: string; le: string };
}

/** What the State keeps for itself. */
export interface NoteDemo {
  champ?: ChampId;
  texte: string;
  auteur: string;
  quand: string;
}

/** What is said about one fiche. */
export interface DialogueDemo {
  fils?: readonly FilDemo[];
  precisions?: readonly PrecisionDemo[];
  notes?: readonly NoteDemo[];
}
