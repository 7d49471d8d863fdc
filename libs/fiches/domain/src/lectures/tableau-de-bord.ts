import type { Enjeu } from '@pleniere/contrat/domain';
import type { StatutFiche } from '../circuit/circuit';
import type { Meteo } from '../suivi/declinaison';

/** Something that waits for the person who is logged in. */
export interface Attente {
  sorte:
    | 'precision'
    | 'precision-repondue'
    | 'mention'
    | 'valeurs'
    | 'valeurs-retournees'
    | 'champs'
    | 'relecture'
    | 'avis'
    | 'a-valider'
    | 'correction'
    | 'meteo'
    | 'action-en-retard'
    | 'question-a-moderer'
    | 'question-a-attribuer'
    | 'question-a-repondre'
    | 'reponse-a-publier';
  /** Null for questions of residents, which are handled together. */
  fiche: { id: string; code: string; titre: string } | null;
  /** How many values, fields, déclinaisons, actions or questions. */
  nombre: number;
  /** Day by which it is due (ISO), null when there is none. */
  echeance: string | null;
  /** Why values were returned, null for anything else. */
  motif: string | null;
}

/** A change made by somebody, in the order of the most recent. */
export interface Mouvement {
  quand: string;
  auteur: string;
  fiche: { id: string; code: string; titre: string } | null;
  objet: string;
  champ: string | null;
  nombre: number;
}

/** A fiche on the map « enjeux × fiches ». */
export interface FicheEnImage {
  id: string;
  code: string;
  titre: string;
  statut: StatutFiche;
  meteo: Meteo | null;
  remplis: number;
  total: number;
  /** Values of the current year: entered (absence included) out of expected. */
  valeursRenseignees: number;
  valeursAttendues: number;
}

/** The home page in one answer: what waits, what moved, the contrat in one picture. */
export interface TableauDeBord {
  annee: number;
  attentes: Attente[];
  mouvements: Mouvement[];
  enjeux: (Pick<Enjeu, 'id' | 'type' | 'numero' | 'intitule' | 'couleur'> & { fiches: FicheEnImage[] })[];
}
