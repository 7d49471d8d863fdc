import type { Ventilation } from '@pleniere/indicateurs/domain';

/** Forms that a space of dialogue with the residents takes. */
export const FORMES_ESPACE = [
  'conseil-citoyen',
  'table-de-quartier',
  'permanence',
  'atelier',
  'marche-exploratoire',
  'porte-a-porte',
  'instance-contrat',
  'autre',
] as const;
/** Slug of a form. */
export type FormeEspace = (typeof FORMES_ESPACE)[number];

/** French label of each form. */
export const LIBELLES_FORMES: Readonly<Record<FormeEspace, string>> = {
  'conseil-citoyen': 'Conseil citoyen',
  'table-de-quartier': 'Table de quartier',
  permanence: 'Permanence',
  atelier: 'Atelier',
  'marche-exploratoire': 'Marche exploratoire',
  'porte-a-porte': 'Porte-à-porte',
  'instance-contrat': 'Instance du contrat de ville',
  autre: 'Autre espace d’échange',
};

/** Where people meet: in a room, at a distance, or both. */
export const MODALITES_SEANCE = ['presentiel', 'distance', 'hybride'] as const;
/** Slug of a modality. */
export type ModaliteSeance = (typeof MODALITES_SEANCE)[number];

/** French label of each modality. */
export const LIBELLES_MODALITES_SEANCE: Readonly<Record<ModaliteSeance, string>> = {
  presentiel: 'Sur place',
  distance: 'À distance',
  hybride: 'Sur place et à distance',
};

/** Ways of reaching residents and asking what they think: what the indicator « modalités de sollicitation » counts. */
export const SOLLICITATIONS = [
  'affichage',
  'boite-aux-lettres',
  'porte-a-porte',
  'pied-d-immeuble',
  'appel-ou-message',
  'reseaux-sociaux',
  'presse-locale',
  'relais-associatif',
  'relais-ecole',
  'evenement',
  'questionnaire-papier',
  'consultation-en-ligne',
] as const;
/** Slug of a way of reaching residents. */
export type Sollicitation = (typeof SOLLICITATIONS)[number];

/** French label of each way of reaching residents. */
export const LIBELLES_SOLLICITATIONS: Readonly<Record<Sollicitation, string>> = {
  affichage: 'Affichage dans les halls et les commerces',
  'boite-aux-lettres': 'Tract dans les boîtes aux lettres',
  'porte-a-porte': 'Porte-à-porte',
  'pied-d-immeuble': 'Présence en pied d’immeuble',
  'appel-ou-message': 'Appel ou message',
  'reseaux-sociaux': 'Réseaux sociaux',
  'presse-locale': 'Presse et radio locales',
  'relais-associatif': 'Relais d’une association ou d’un centre social',
  'relais-ecole': 'Relais de l’école',
  evenement: 'Fête ou événement de quartier',
  'questionnaire-papier': 'Questionnaire papier',
  'consultation-en-ligne': 'Consultation en ligne',
};

/** How far residents weighed, from being told to deciding (after Arnstein 1969, in the words of the fiche T 1.1). */
export const NIVEAUX_PARTICIPATION = [
  'information',
  'consultation',
  'concertation',
  'co-construction',
  'decision',
] as const;
/** Slug of a level of participation. */
export type NiveauParticipation = (typeof NIVEAUX_PARTICIPATION)[number];

/** French label of each level. */
export const LIBELLES_NIVEAUX_PARTICIPATION: Readonly<Record<NiveauParticipation, string>> = {
  information: 'Information',
  consultation: 'Consultation',
  concertation: 'Concertation',
  'co-construction': 'Co-construction',
  decision: 'Décision',
};

/** What each level means to whoever chooses it. */
export const AIDES_NIVEAUX_PARTICIPATION: Readonly<Record<NiveauParticipation, string>> = {
  information: 'Les habitants ont appris ce qui était prévu.',
  consultation: 'Les habitants ont donné leur avis sur ce qui était prévu.',
  concertation: 'Les habitants ont débattu de plusieurs choix encore ouverts.',
  'co-construction': 'Les habitants ont écrit le projet avec les institutions.',
  decision: 'Les habitants ont décidé du projet ou de son budget.',
};

/** As whom somebody comes; residents alone are « habitants mobilisés ». */
export const ROLES_PRESENCE = ['habitant', 'association', 'institution', 'elu', 'bailleur'] as const;
/** Slug of a role. */
export type RolePresence = (typeof ROLES_PRESENCE)[number];

/** French label of each role. */
export const LIBELLES_ROLES_PRESENCE: Readonly<Record<RolePresence, string>> = {
  habitant: 'Habitant',
  association: 'Association',
  institution: 'Institution',
  elu: 'Élu',
  bailleur: 'Bailleur',
};

/** Age bands of those who come: the ones of Insee for the QPV, so that they compare with the population. */
export const TRANCHES_AGE = [
  'moins-15',
  '15-24',
  '25-59',
  '60-74',
  '75-plus',
] as const satisfies readonly Ventilation[];
/** Slug of an age band. */
export type TrancheAge = (typeof TRANCHES_AGE)[number];

/** French label of each age band. */
export const LIBELLES_TRANCHES_AGE: Readonly<Record<TrancheAge, string>> = {
  'moins-15': 'Moins de 15 ans',
  '15-24': '15 à 24 ans',
  '25-59': '25 à 59 ans',
  '60-74': '60 à 74 ans',
  '75-plus': '75 ans et plus',
};

/** What somebody says of their gender; nobody has to. */
export const GENRES = ['femme', 'homme', 'autre'] as const;
/** Slug of a declared gender. */
export type GenreDeclare = (typeof GENRES)[number];

/** French label of each gender. */
export const LIBELLES_GENRES: Readonly<Record<GenreDeclare, string>> = {
  femme: 'Femme',
  homme: 'Homme',
  autre: 'Autre',
};

/** Limits shared by the forms and the API. */
export const LIMITES_SEANCE = {
  nom: 120,
  description: 2_000,
  lieu: 200,
  motif: 500,
  ordreDuJour: 5_000,
  compteRendu: 20_000,
  justification: 1_000,
  note: 2_000,
  ressentiQuestion: 200,
  sollicitations: 20,
  comptage: 5_000,
  dureeMin: 5,
  dureeMax: 720,
} as const;
