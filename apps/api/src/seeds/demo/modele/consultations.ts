import type { AvancementProjet, EtatProposition, MotifRefus, VerdictIdee } from '@pleniere/participation/domain';

/** A proposition: its text, the shares of « d’accord » and of « pas d’accord » in percent, and what became of it. */
export interface PropositionDemo {
  texte: string;
  pour: number;
  contre: number;
  /** Points by which one half of the people agrees more than that, and the other half less. */
  ecart?: number;
  prenom?: string;
  amorce?: true;
  etat?: EtatProposition;
  motif?: MotifRefus;
  /** Title of the idea that it belongs to. */
  idee?: string;
  /** Hours since it was proposed, when it still waits for a moderator. */
  depuis?: number;
}

/** An idea with what was decided; fiche by code. */
export interface IdeeDemo {
  titre: string;
  resume: string;
  verdict: VerdictIdee;
  motif: string;
  fiche?: string;
  agenda?: number;
}

/** A candidature to the call for projects. */
export interface CandidatureDemo {
  porteur: string;
  titre: string;
  resume: string;
  euros: number;
  idee: string;
  notes: readonly [number, number, number];
  statut: 'laureate' | 'non-retenue' | 'irrecevable';
  avis: string;
  motif?: string;
  fiche?: string;
  /** What was told of it since it won. */
  nouvelles?: readonly { le: string; avancement: AvancementProjet; texte: string }[];
}

/** A call for projects that was closed and answered. */
export interface AppelDemo {
  titre: string;
  texte: string;
  criteres: readonly { id: string; libelle: string; poids: number }[];
  ouverture: string;
  cloture: string;
  laureats: string;
  candidatures: readonly CandidatureDemo[];
}

/** A consultation; people and quarters by key or code, fiches by code. */
export interface ConsultationDemo {
  question: string;
  description: string;
  charte: string;
  mentionRgpd: string;
  etape: 'publiee' | 'suites';
  ouverture: string;
  finPropositions: string;
  fin: string;
  /** Dates that moved, with their public reason. */
  datesChangees: readonly {
    champ: 'fin-propositions' | 'fin';
    ancienne: string;
    nouvelle: string;
    motif: string;
    quand: string;
    fonction: string;
  }[];
  objectifs: readonly [participants: number, votes: number];
  quartiers: readonly string[];
  fiches: readonly string[];
  moderateurs: readonly string[];
  /** Participants, and votes of each. */
  participants: number;
  votesChacun: number;
  /** Until when people voted, when it is still open. */
  jusqua: string;
  propositions: readonly PropositionDemo[];
  rapport?: string;
  methode?: string;
  suites?: string;
  geleLe?: string;
  idees?: readonly IdeeDemo[];
  appel?: AppelDemo;
}
