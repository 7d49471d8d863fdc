import type { Role } from './roles';

/** What a log-in came to. */
export const RESULTATS_CONNEXION = [
  'reussie',
  'mot-de-passe-refuse',
  'second-facteur-refuse',
  'sans-mandat',
  'revoquee',
  'deconnexion',
] as const;
/** What a log-in, or a session, came to. */
export type ResultatConnexion = (typeof RESULTATS_CONNEXION)[number];

/** French label of each result, as the log of connexions shows it. */
export const LIBELLES_RESULTATS_CONNEXION: Readonly<Record<ResultatConnexion, string>> = {
  reussie: 'Connexion réussie',
  'mot-de-passe-refuse': 'Mot de passe refusé',
  'second-facteur-refuse': 'Second facteur refusé',
  'sans-mandat': 'Refusée\u00A0: pas de mandat en cours',
  revoquee: 'Session fermée à distance',
  deconnexion: 'Déconnexion',
};

/** By what one logs in. */
export type MoyenConnexion = 'mot-de-passe' | 'second-facteur' | 'code-de-secours' | 'fournisseur';

/** French label of each means of logging in. */
export const LIBELLES_MOYENS_CONNEXION: Readonly<Record<MoyenConnexion, string>> = {
  'mot-de-passe': 'mot de passe',
  'second-facteur': 'mot de passe et second facteur',
  'code-de-secours': 'mot de passe et code de secours',
  fournisseur: 'fournisseur d’identité',
};

/** One line of the log of connexions: when, what it came to, by what means, on what device, from what network. */
export interface Connexion {
  id: string;
  quand: string;
  resultat: ResultatConnexion;
  /** Null for the end of a session. */
  moyen: MoyenConnexion | null;
  appareil: string;
  /** Truncated network, never the address; empty when unknown. */
  reseau: string;
}

/** What one types again before something grave: the password, and a code where a second factor is active. */
export interface Preuve {
  motDePasse: string;
  code?: string;
}

/** An open session of one's account. */
export interface SessionListee {
  id: string;
  appareil: string;
  depuis: string;
  vueLe: string;
  /** True for the browser that asks. */
  courante: boolean;
}

/** How one's account opens. */
export interface MonCompte {
  email: string;
  /** False for an account that opens through the identity provider alone. */
  motDePasse: boolean;
  secondFacteur: EtatSecondFacteur;
  /** True when the identity provider opens it. */
  fournisseurLie: boolean;
}

/** The account of a person as the team sees it; null dates for what never was. */
export interface ComptePersonne extends MonCompte {
  /** Moment (ISO) after which the activation link is worth nothing; null when none is waiting. */
  invitationExpire: string | null;
  sessions: number;
  derniereConnexion: string | null;
}

/** The second factor of an account: since when, and how many recovery codes are left. */
export interface EtatSecondFacteur {
  actifLe: string | null;
  codesRestants: number;
}

/** What sets up an authenticator: shown once, while it is being set up. */
export interface SecondFacteurPropose {
  /** Secret in base 32, to type by hand. */
  secret: string;
  /** `otpauth://…`, to open on a telephone. */
  adresse: string;
  /** The same as a QR code, `data:image/svg+xml;base64,…`. */
  image: string;
}

/** Answer of a log-in whose password is right, when a second factor is still due. */
export interface SecondFacteurAttendu {
  secondFacteur: 'attendu';
}

/** How long the log of connexions is kept, in months. */
export const CONSERVATION_CONNEXIONS = 12;
/** How many recovery codes are given at once. */
export const NOMBRE_CODES_SECOURS = 10;

/** A contrat in which a person acts, by the account that they have there. */
export interface MonContrat {
  contratId: string;
  titreCourt: string;
  couleur: string;
  role: Role;
  organisation: string | null;
  /** True for the contrat of the session. */
  courant: boolean;
}

/** What proves that an account of another contrat is one's own; the code only when it has a second factor. */
export interface PreuveDeCompte {
  email: string;
  motDePasse: string;
  code?: string;
}
