import type { Organisation } from '@pleniere/acteurs/domain';
import type { Contrat, Enjeu } from '@pleniere/contrat/domain';
import type { FicheLue } from '@pleniere/fiches/domain';
import type { Indicateur, Poids, Valeur } from '@pleniere/indicateurs/domain';
import type { Decision, FicheDuPoint } from '../decision';
import type { Instance } from '../instance';
import type { Seance } from '../seance';

/** Shapes that contents have had; one says which it follows. The second holds the answers given to residents. */
export const FORMES_ARRETE = ['arrete/1', 'arrete/2'] as const;
/** Shape of what is frozen now. */
export const FORME_ARRETE = 'arrete/2';

/** Limits shared by the dialog and the API. */
export const LIMITES_ARRETE = { titre: 200, fiches: 500 } as const;

/** An arrêté in the list: who froze what, when, and its fingerprint. */
export interface ArreteResume {
  id: string;
  /** Rank within the contrat, from 1: « arrêté n° 3 ». */
  numero: number;
  titre: string;
  seance: { id: string; instance: string; date: string } | null;
  /** Instant (ISO, UTC) at which everything was read. */
  figeLe: string;
  figePar: string;
  /** Fiches that it holds, in their order, as they were called then. */
  perimetre: FicheDuPoint[];
  /** SHA-256 of the canonical JSON of its content, in hexadecimal. */
  sha256: string;
}

/** An arrêté with all that it holds. */
export interface Arrete extends ArreteResume {
  /** True when the content, its fingerprint and the entry of the journal still agree. */
  empreinteTenue: boolean;
  contenu: ContenuArrete;
}

/** What is chosen to freeze. */
export interface ArreteSaisie {
  titre: string;
  seanceId: string | null;
  /** Fiches in force, in the order in which the arrêté holds them. */
  ficheIds: string[];
}

/** A value as it stood; who typed it and why it was once returned belong to its life, not to the arrêté. */
export type ValeurFigee = Omit<Valeur, 'version' | 'modifieLe' | 'modifiePar' | 'retour'>;

/** An indicator as it stood, with its values. */
export type IndicateurFige = Indicateur & { valeurs: ValeurFigee[]; poids?: Poids[] | null };

/** A fiche as it stood: its text in force, and what hangs on it. */
export interface FicheFigee extends Pick<
  FicheLue,
  | 'id'
  | 'code'
  | 'revision'
  | 'enjeu'
  | 'orientationTexte'
  | 'contenu'
  | 'meteo'
  | 'avis'
  | 'actions'
  | 'declinaisons'
  | 'filiation'
> {
  /** Instant at which its text came in force. */
  enVigueurLe: string | null;
  indicateurs: IndicateurFige[];
}

/** A quartier with its known populations. */
export interface QuartierFige {
  code: string;
  libelle: string;
  libelleEditorial: string | null;
  npnru: boolean;
  communes: string[];
  populations: { millesime: number; population: number; source: string }[];
}

/** A question of a resident with the answer that was published to it; nobody's name. */
export interface ReponseFigee {
  numero: number;
  /** Day in Paris on which it was asked. */
  poseeLe: string;
  question: string;
  /** Code of the quartier it is about, or null. */
  quartier: string | null;
  /** Fiche it leads to, or null. */
  ficheId: string | null;
  reponse: string;
  /** Function of whoever answered, and their organisation. */
  fonction: string;
  organisation: string;
  /** Day in Paris of the last version of the answer. */
  publieeLe: string;
}

/** The frame in which the fiches were frozen: what their ids and codes mean. */
export interface CadreFige {
  figeLe: string;
  contrat: Pick<
    Contrat,
    'id' | 'titre' | 'titreCourt' | 'epciSiren' | 'anneeDebut' | 'anneeFin' | 'couleur' | 'logo' | 'signeLe'
  >;
  seance:
    | (Pick<Seance, 'id' | 'date' | 'heure' | 'lieu' | 'presences' | 'ordreDuJour'> & {
        instance: Pick<Instance, 'sorte' | 'nom'>;
      })
    | null;
  enjeux: (Pick<Enjeu, 'id' | 'type' | 'numero' | 'intitule' | 'couleur'> & {
    orientations: { id: string; texte: string }[];
  })[];
  communes: { code: string; nom: string }[];
  quartiers: QuartierFige[];
  organisations: Pick<Organisation, 'id' | 'nom' | 'nomCourt' | 'categorie'>[];
  /** People whom the texts name as référents; nobody else. */
  personnes: { id: string; nom: string; fonction: string }[];
  /** Decisions taken up to the séance of the arrêté, or all of them. */
  decisions: Decision[];
  /** Answers published to residents, the latest first; absent of the first shape. */
  reponses?: ReponseFigee[];
}

/** All that an arrêté holds; its canonical JSON is what is hashed. */
export interface ContenuArrete extends CadreFige {
  schema: (typeof FORMES_ARRETE)[number];
  numero: number;
  titre: string;
  fiches: FicheFigee[];
}

/** First characters of a fingerprint, as documents print them. */
export function empreinteCourte(sha256: string): string {
  return sha256.slice(0, 12);
}
