/** Bodies that steer a contrat de ville, from the Assemblée Plénière to the working committees. */
export const SORTES_INSTANCE = [
  'assemblee-pleniere',
  'coordination-locale',
  'comite-pilotage',
  'comite-technique',
  'autre',
] as const;
/** Slug of a kind of instance. */
export type SorteInstance = (typeof SORTES_INSTANCE)[number];

/** French label of each kind of instance. */
export const LIBELLES_INSTANCES: Readonly<Record<SorteInstance, string>> = {
  'assemblee-pleniere': 'Assemblée Plénière',
  'coordination-locale': 'Coordination locale',
  'comite-pilotage': 'Comité de pilotage',
  'comite-technique': 'Comité technique',
  autre: 'Autre instance',
};

/** A body of the contrat that meets, keeps an agenda and takes decisions. */
export interface Instance {
  id: string;
  version: number;
  sorte: SorteInstance;
  nom: string;
  /** What it is for and who sits in it. */
  description: string;
}

/** What is typed to create or change an instance. */
export type InstanceSaisie = Omit<Instance, 'id' | 'version'>;

/** Limits shared by the forms and the API. */
export const LIMITES_PLENIERES = {
  nom: 120,
  description: 1_000,
  lieu: 200,
  titre: 300,
  compteRendu: 20_000,
  decision: 2_000,
  suivi: 2_000,
  points: 200,
  presents: 10_000,
} as const;
