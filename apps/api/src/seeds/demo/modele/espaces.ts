import type {
  FormeEspace,
  ModaliteSeance,
  NiveauParticipation,
  Sollicitation,
  StatutSeance,
} from '@pleniere/participation/domain';

/** A séance of a demo espace, on a day; what is absent is that of its espace. */
export interface SeanceDialogueDemo {
  date: string;
  sujet: string;
  /** Why it was put off or called off. */
  motif?: string;
  statut?: StatutSeance;
  qpv?: string;
  lieu?: string;
  modalite?: ModaliteSeance;
  /** Compte rendu, and how many days later it was published. */
  recit?: string;
  publie?: number;
  niveau?: readonly [NiveauParticipation, string];
  /** Residents counted in the room, and how many of them said something of themselves. */
  habitants?: number;
  pointes?: number;
  /** Others in the room: associations, institutions, élus, bailleurs. */
  autres?: readonly [association: number, institution: number, elu: number, bailleur: number];
  /** How many gave each note, from 1 to 5. */
  ressenti?: readonly [number, number, number, number, number];
  notes?: readonly string[];
}

/** An espace of the demo, by keys of organisation and codes of quartiers, with its séances. */
export interface EspaceDemo {
  nom: string;
  forme: FormeEspace;
  animateur: string;
  description: string;
  depuis: string;
  jusquA?: string;
  quartiers: readonly string[];
  heure: string;
  duree: number;
  lieu: string;
  invites: readonly Sollicitation[];
  seances: readonly SeanceDialogueDemo[];
}
