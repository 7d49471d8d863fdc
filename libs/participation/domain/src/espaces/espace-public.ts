import type { StatutSeance } from '../seances/circuit-seance';
import type { FormeEspace, NiveauParticipation } from '../seances/mots-seance';

/** A séance as residents read it; what is not published yet is empty. */
export interface SeancePublique {
  id: string;
  qpvCode: string | null;
  date: string;
  heure: string;
  lieu: string;
  statut: StatutSeance;
  motif: string;
  ordreDuJour: string;
  /** Restricted HTML; empty until it is published. */
  compteRendu: string;
  compteRenduPublieLe: string | null;
  niveauParticipation: NiveauParticipation | null;
  /** Residents in the room; null until somebody has counted. */
  habitants: number | null;
}

/** An espace that residents may join, with its séances: those announced, then those that were held or called off. */
export interface EspacePublic {
  id: string;
  nom: string;
  forme: FormeEspace;
  animateur: string;
  description: string;
  qpvCodes: string[];
  aVenir: SeancePublique[];
  passees: SeancePublique[];
}
