/** Personal data whose time of keeping each contrat sets. */
export const SORTES_CONSERVATION = ['connexions', 'courriels', 'notifications', 'demandes'] as const;
/** One of them. */
export type SorteConservation = (typeof SORTES_CONSERVATION)[number];

/** What is kept, and for how many months: the usual time and its limits. */
export interface RegleConservation {
  libelle: string;
  ensuite: string;
  usuel: number;
  min: number;
  max: number;
}

/** Log-ins: six to twelve months (CNIL, délibération n° 2021-122 on logging). The rest: as long as it is of use. */
export const REGLES_CONSERVATION: Readonly<Record<SorteConservation, RegleConservation>> = {
  connexions: {
    libelle: 'Journal des connexions',
    ensuite: 'les lignes sont supprimées',
    usuel: 12,
    min: 6,
    max: 12,
  },
  courriels: {
    libelle: 'Texte des courriels',
    ensuite: 'le texte est effacé, l’objet reste',
    usuel: 6,
    min: 1,
    max: 12,
  },
  notifications: { libelle: 'Notifications lues', ensuite: 'elles sont supprimées', usuel: 3, min: 1, max: 12 },
  demandes: { libelle: 'Demandes d’accès traitées', ensuite: 'elles sont supprimées', usuel: 6, min: 1, max: 12 },
};

/** How long a contrat keeps each kind, in months, and at what version of its settings. */
export interface Conservation extends Record<SorteConservation, number> {
  version: number;
}

/** One line of the log of purges. */
export interface Purge {
  id: string;
  quoi: string;
  quand: string;
  nombre: number;
}

/** What a contrat sees of how its personal data is kept. */
export interface DonneesPersonnelles {
  conservation: Conservation;
  /** The last hundred purges, newest first; empty for whoever does not manage the contrat. */
  purges: Purge[];
}

/** Label of each purge. */
export const LIBELLES_PURGES: Readonly<Record<string, string>> = {
  connexions: 'Connexions',
  courriels: 'Textes de courriels',
  notifications: 'Notifications lues',
  demandes: 'Demandes d’accès traitées',
  sessions: 'Sessions expirées',
  effacement: 'Personne effacée',
  emargements: 'Clés d’émargement',
  questions: 'Adresses laissées avec une question',
};
