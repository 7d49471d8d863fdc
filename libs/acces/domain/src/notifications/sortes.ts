import type { Role } from '../roles';

/** Every kind of event that somebody is told of. */
export const SORTES_NOTIFICATION = [
  'fiche-soumise',
  'correction-demandee',
  'fiche-transmise',
  'avis-rendu',
  'fiche-en-vigueur',
  'revision-ouverte',
  'precision',
  'mention',
  'reponse',
  'valeur-retournee',
  'contestation',
  'contestation-decidee',
  'campagne',
  'echeance-campagne',
  'import',
  'demande-acces',
  'mandat',
  'question-a-traiter',
  'question-echeance',
] as const;
/** Kind of event that somebody is told of. */
export type SorteNotification = (typeof SORTES_NOTIFICATION)[number];

/** When a kind of event comes by e-mail: within minutes, with the morning's summary, or never. */
export const CHOIX_ENVOI = ['tout-de-suite', 'resume', 'jamais'] as const;
/** When a kind of event comes by e-mail. */
export type ChoixEnvoi = (typeof CHOIX_ENVOI)[number];

/** French label of each choice. */
export const LIBELLES_CHOIX_ENVOI: Readonly<Record<ChoixEnvoi, string>> = {
  'tout-de-suite': 'Tout de suite',
  resume: 'Résumé quotidien',
  jamais: 'Jamais',
};

/** What a kind of event is called, who can be told of it, and the choice of whoever has made none. */
export interface DefinitionSorte {
  libelle: string;
  roles: readonly Role[];
  choix: ChoixEnvoi;
  /** An e-mail of its own, that says more, tells it already. */
  courrielPropre?: true;
}

/** Everybody who works on the fiches: all but the readers. */
export const ROLES_DE_TRAVAIL: readonly Role[] = ['equipe', 'referent', 'delegue', 'contributeur'];
const TOUS: readonly Role[] = [...ROLES_DE_TRAVAIL, 'lecteur'];

/** The table of the kinds of events: asked of somebody, at once; merely good to know, with the summary. */
export const DEFINITIONS_SORTES: Readonly<Record<SorteNotification, DefinitionSorte>> = {
  'fiche-soumise': { libelle: 'Une fiche est soumise à la relecture', roles: ['equipe'], choix: 'tout-de-suite' },
  'correction-demandee': { libelle: 'Une correction m’est demandée', roles: ROLES_DE_TRAVAIL, choix: 'tout-de-suite' },
  'fiche-transmise': { libelle: 'Une fiche est transmise pour avis', roles: ['referent', 'delegue'], choix: 'resume' },
  'avis-rendu': { libelle: 'L’État rend son avis', roles: ['equipe', 'referent'], choix: 'tout-de-suite' },
  'fiche-en-vigueur': { libelle: 'Une fiche entre en vigueur', roles: TOUS, choix: 'resume' },
  'revision-ouverte': {
    libelle: 'La révision d’une fiche est ouverte',
    roles: ['equipe', 'referent', 'delegue'],
    choix: 'resume',
  },
  precision: {
    libelle: 'Une demande de précision m’est adressée, ou on y répond',
    roles: ROLES_DE_TRAVAIL,
    choix: 'tout-de-suite',
  },
  mention: { libelle: 'On me mentionne dans un échange', roles: ROLES_DE_TRAVAIL, choix: 'tout-de-suite' },
  reponse: { libelle: 'On répond dans un échange où j’ai écrit', roles: ROLES_DE_TRAVAIL, choix: 'resume' },
  'valeur-retournee': {
    libelle: 'Une valeur que j’ai saisie est retournée',
    roles: ROLES_DE_TRAVAIL,
    choix: 'tout-de-suite',
  },
  contestation: { libelle: 'Une valeur est contestée', roles: ROLES_DE_TRAVAIL, choix: 'resume' },
  'contestation-decidee': {
    libelle: 'Ma contestation est décidée',
    roles: ['delegue'],
    choix: 'tout-de-suite',
    courrielPropre: true,
  },
  campagne: { libelle: 'Une campagne de saisie s’ouvre', roles: ROLES_DE_TRAVAIL, choix: 'resume' },
  'echeance-campagne': {
    libelle: 'Une campagne se termine dans sept jours',
    roles: ROLES_DE_TRAVAIL,
    choix: 'resume',
  },
  import: { libelle: 'Un import s’est terminé', roles: ROLES_DE_TRAVAIL, choix: 'jamais' },
  'demande-acces': {
    libelle: 'Quelqu’un demande un accès',
    roles: ['equipe'],
    choix: 'tout-de-suite',
    courrielPropre: true,
  },
  mandat: { libelle: 'Un mandat se termine dans trente jours', roles: TOUS, choix: 'resume' },
  'question-a-traiter': {
    libelle: 'Une question d’habitant attend une modération ou une réponse',
    roles: ['equipe', 'referent', 'contributeur'],
    choix: 'resume',
  },
  'question-echeance': {
    libelle: 'La réponse à une question d’habitant arrive à échéance, ou la dépasse',
    roles: ['equipe', 'referent', 'contributeur'],
    choix: 'tout-de-suite',
  },
};

/** The kinds of events that a role can be told of, and of which it chooses how they come by e-mail. */
export function sortesDe(role: Role): SorteNotification[] {
  return SORTES_NOTIFICATION.filter((sorte) => {
    const { roles, courrielPropre } = DEFINITIONS_SORTES[sorte];
    return roles.includes(role) && courrielPropre !== true;
  });
}
