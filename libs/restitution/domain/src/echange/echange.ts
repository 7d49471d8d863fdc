import type { Organisation } from '@pleniere/acteurs/domain';
import type { Commune, Contrat, Enjeu, Qpv } from '@pleniere/contrat/domain';
import type { Action, ChampId, Declinaison } from '@pleniere/fiches/domain';
import type { Indicateur, Rupture, Valeur } from '@pleniere/indicateurs/domain';

/** Version of the shape of an exchange file; a file says which one it follows. */
export const FORME_ECHANGE = 'echange/1';

/** Limits of an exchange file: bytes, depth of its nesting, and fiches. */
export const LIMITES_ECHANGE = { octets: 20_000_000, profondeur: 16, fiches: 500 } as const;

/** An organisation as another contrat can know it: by its name. */
export type OrganisationEchangee = Pick<Organisation, 'nom' | 'nomCourt' | 'categorie' | 'signataire'> & {
  siret: string | null;
  communeCode: string | null;
};

/** A quartier by its code, with the communes that it spreads over. */
export type QuartierEchange = Pick<
  Qpv,
  'code' | 'libelle' | 'libelleEditorial' | 'npnru' | 'generation' | 'validFrom' | 'validTo'
> & { communes: string[] };

/** A figure without what its life was. */
export type ValeurEchangee = Pick<
  Valeur,
  'annee' | 'territoire' | 'ventilation' | 'valeur' | 'absence' | 'qualite' | 'commentaire' | 'source'
>;

/** An indicator that names what it points at: its organisation, its expected results by their rank from 1. */
export interface IndicateurEchange extends Omit<
  Indicateur,
  'id' | 'version' | 'ficheId' | 'ordre' | 'ruptures' | 'responsableId' | 'resultatsLies' | 'ponderationId' | 'calcul'
> {
  responsable: string | null;
  resultatsLies: number[];
  /** Indicator that weighs this one: the code of its fiche, and its rank from 1. */
  ponderation: { fiche: string; rang: number } | null;
  ruptures: Omit<Rupture, 'quand' | 'auteur'>[];
  valeurs: ValeurEchangee[];
}

/** An action with its rank from 0, which gives the letter of its code. */
export type ActionEchangee = Omit<Action, 'id' | 'version' | 'code' | 'etapes'> & {
  rang: number;
  etapes: { libelle: string; faite: boolean }[];
};

/** A déclinaison of a ville; who is its référent does not travel. */
export type DeclinaisonEchangee = Omit<Declinaison, 'id' | 'version' | 'organisation' | 'referent'> & {
  organisation: string;
};

/** What a fiche says in force: organisations by their names, the orientation by its sentence, no person, no id. */
export type ContenuEchange = Partial<Record<ChampId, unknown>>;

/** A fiche in force with all that hangs on it. */
export interface FicheEchangee {
  code: string;
  contenu: ContenuEchange;
  actions: ActionEchangee[];
  declinaisons: DeclinaisonEchangee[];
  indicateurs: IndicateurEchange[];
}

/** What a contrat holds in force, in a file that another contrat can take in. No person is named but by a function. */
export interface Echange {
  schema: typeof FORME_ECHANGE;
  /** Where it comes from; another contrat keeps its own. */
  contrat: Pick<Contrat, 'titre' | 'titreCourt' | 'anneeDebut' | 'anneeFin'>;
  communes: Commune[];
  quartiers: QuartierEchange[];
  enjeux: (Pick<Enjeu, 'type' | 'numero' | 'intitule' | 'couleur'> & { orientations: string[] })[];
  organisations: OrganisationEchangee[];
  fiches: FicheEchangee[];
}

/** What is done of a fiche whose code is taken: nothing comes in, or it takes the next free one. */
export const CHOIX_CONFLITS = ['refuser', 'renumeroter'] as const;
/** How texts come in: to be put through the circuit, or in force because they were signed elsewhere. */
export const CHOIX_STATUTS = ['brouillon', 'en-vigueur'] as const;

/** How a file is taken in. */
export interface ChoixEchange {
  conflits: (typeof CHOIX_CONFLITS)[number];
  statut: (typeof CHOIX_STATUTS)[number];
}

/** A fiche of the file: the code that it would bear, and whether its own is taken. */
export interface FicheAImporter {
  code: string;
  titre: string;
  /** Null when nothing of the file may come in because of it. */
  codeFinal: string | null;
  prise: boolean;
}

/** How many of each would be written, or were. */
export type ComptesEchange = Record<
  | 'communes'
  | 'quartiers'
  | 'enjeux'
  | 'orientations'
  | 'organisations'
  | 'fiches'
  | 'actions'
  | 'declinaisons'
  | 'indicateurs'
  | 'valeurs',
  number
>;

/** What taking a file in would write; `alertes` tells what stays as it is here. */
export interface ApercuEchange {
  source: Echange['contrat'];
  fiches: FicheAImporter[];
  crees: ComptesEchange;
  alertes: string[];
  /** True when some code is taken and the choice is to refuse. */
  bloque: boolean;
}

/** What was written. */
export type RapportEchange = Pick<ApercuEchange, 'source' | 'fiches' | 'crees' | 'alertes'>;
