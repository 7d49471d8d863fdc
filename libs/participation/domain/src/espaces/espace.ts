import type { Frequentation } from '../seances/frequentation';
import type { FormeEspace } from '../seances/mots-seance';
import type { SeanceDialogueResume } from './seance-dialogue';

/** Organisation that animates an espace. */
export interface Animateur {
  id: string;
  nom: string;
}

/** An espace de dialogue as a list shows it. Days are ISO; `qpvCodes` is empty when it is open to the whole contrat. */
export interface EspaceResume {
  id: string;
  version: number;
  nom: string;
  forme: FormeEspace;
  organisation: Animateur;
  description: string;
  depuis: string;
  jusquA: string | null;
  /** Whether the public site shows it. */
  public: boolean;
  qpvCodes: string[];
  /** Séances that were held. */
  tenues: number;
  derniere: string | null;
  prochaine: { id: string; date: string; heure: string; lieu: string } | null;
}

/** « Habitants mobilisés » of one year; first times and returns among those whom a key tells. */
export interface FrequentationDUneAnnee extends Frequentation {
  annee: number;
  premieresFois: number;
  retours: number;
}

/** An espace de dialogue with its séances, the latest first. */
export interface Espace extends EspaceResume {
  /** Year by year, the latest first; a year without a séance is not there. */
  frequentation: FrequentationDUneAnnee[];
  seances: SeanceDialogueResume[];
}

/** What is typed to create or change an espace. */
export type EspaceSaisie = Pick<
  EspaceResume,
  'nom' | 'forme' | 'description' | 'depuis' | 'jusquA' | 'public' | 'qpvCodes'
> & { organisationId: string };
