import type { Refus } from '@pleniere/shared/domain';

/** Weather of a déclinaison, from best to worst. */
export const METEOS = ['soleil', 'couvert', 'nuage', 'orage'] as const;
/** Slug of a weather. */
export type Meteo = (typeof METEOS)[number];

/** French label of each weather: the picture, and what it means. */
export const LIBELLES_METEO: Readonly<Record<Meteo, { nom: string; sens: string }>> = {
  soleil: { nom: 'Soleil', sens: 'tout avance comme prévu' },
  couvert: { nom: 'Couvert', sens: 'quelques points de vigilance' },
  nuage: { nom: 'Nuage', sens: 'des difficultés freinent le projet' },
  orage: { nom: 'Orage', sens: 'le projet est bloqué' },
};

/** Where the execution stands. */
export const STATUTS_EXECUTION = ['a-lancer', 'en-cours', 'termine', 'suspendu', 'abandonne'] as const;
/** Slug of the state of execution. */
export type StatutExecution = (typeof STATUTS_EXECUTION)[number];

/** French label of each state of execution. */
export const LIBELLES_EXECUTION: Readonly<Record<StatutExecution, string>> = {
  'a-lancer': 'À lancer',
  'en-cours': 'En cours',
  termine: 'Terminé',
  suspendu: 'Suspendu',
  abandonne: 'Abandonné',
};

/** What is told of one year. */
export interface RecitAnnuel {
  annee: number;
  faitsMarquants: string;
  freins: string;
  perspectives: string;
}

/** How one ville (or one of its QPV) carries a common fiche out. */
export interface Declinaison {
  id: string;
  version: number;
  /** The ville, an organisation of category `ville`. */
  organisation: { id: string; nom: string };
  qpvCode: string | null;
  referent: { id: string; nom: string } | null;
  statutExecution: StatutExecution;
  meteo: Meteo | null;
  meteoExplication: string;
  modaliteRetenue: string;
  recits: RecitAnnuel[];
}

/** What is typed to create or change a déclinaison. */
export interface DeclinaisonSaisie {
  organisationId: string;
  qpvCode: string | null;
  referentId: string | null;
  statutExecution: StatutExecution;
  meteo: Meteo | null;
  meteoExplication: string;
  modaliteRetenue: string;
  recits: RecitAnnuel[];
}

/** The weather of a fiche is the worst of its déclinaisons; null when none has been given. */
export function pireMeteo(meteos: readonly (Meteo | null)[]): Meteo | null {
  const rangs = meteos.flatMap((meteo) => (meteo === null ? [] : [METEOS.indexOf(meteo)]));
  return rangs.length === 0 ? null : (METEOS[Math.max(...rangs)] ?? null);
}

/** A weather that worsens must be explained. */
export function verifierMeteo(avant: Meteo | null, apres: Meteo | null, explication: string): Refus {
  const aggravee = apres !== null && METEOS.indexOf(apres) > (avant === null ? 0 : METEOS.indexOf(avant));
  return aggravee && explication.trim() === '' ? 'Expliquez en une phrase pourquoi la météo se dégrade.' : null;
}

/** Limits shared by the form and the API. */
export const LIMITES_DECLINAISON = { explication: 600, modalite: 600, recit: 4_000 } as const;
