import type { Refus } from '@pleniere/shared/domain';

/** Categories of organisation of a contrat; a category can stand where an organisation can (« Villes »). */
export const CATEGORIES = [
  'ville',
  'epci',
  'etat',
  'bailleur',
  'caf',
  'centre-social',
  'association',
  'mediation',
  'operateur',
  'departement',
  'region',
  'conseil-citoyen',
  'habitants',
  'autre',
] as const;
/** Slug of a category of organisation. */
export type Categorie = (typeof CATEGORIES)[number];

/** Plural label of each category, as it reads on a sheet (« Bailleurs sociaux »). */
export const LIBELLES_CATEGORIES: Readonly<Record<Categorie, string>> = {
  ville: 'Villes',
  epci: 'Métropole',
  etat: 'État',
  bailleur: 'Bailleurs sociaux',
  caf: 'CAF',
  'centre-social': 'Centres sociaux',
  association: 'Associations',
  mediation: 'Médiateurs et adultes-relais',
  operateur: 'Opérateurs',
  departement: 'Département',
  region: 'Région',
  'conseil-citoyen': 'Conseils citoyens',
  habitants: 'Habitants',
  autre: 'Autres',
};

/** A signatory, a pilote or a partner of the contrat. `communeCode` (INSEE) is set for a ville. */
export interface Organisation {
  id: string;
  version: number;
  nom: string;
  nomCourt: string | null;
  categorie: Categorie;
  siret: string | null;
  communeCode: string | null;
  signataire: boolean;
}

/** What is typed to create or change an organisation. */
export type OrganisationSaisie = Omit<Organisation, 'id' | 'version'>;

/** Limits shared by the form and the API. */
export const LIMITES_ORGANISATION = { nom: 200, nomCourt: 60, siret: /^\d{14}$/ } as const;

/** Only a ville stands for a commune. */
export function verifierCommune({ categorie, communeCode }: Pick<Organisation, 'categorie' | 'communeCode'>): Refus {
  return categorie !== 'ville' && communeCode ? 'Seule une ville est rattachée à une commune.' : null;
}
