/** The identity provider that the log-in page offers; `libelle` null when there is none. */
export interface FournisseurPropose {
  libelle: string | null;
}

/** Why a login by the identity provider failed; in the address of the log-in page, which says it in words. */
export const REFUS_OIDC = [
  'fournisseur-absent',
  'fournisseur-injoignable',
  'demande-perdue',
  'identification-annulee',
  'identite-refusee',
  'sans-mandat',
] as const;
/** Why a login by the identity provider failed. */
export type RefusOidc = (typeof REFUS_OIDC)[number];

/** What happened and what to do, for each refusal. */
export const LIBELLES_REFUS_OIDC: Readonly<Record<RefusOidc, { titre: string; detail: string }>> = {
  'fournisseur-absent': {
    titre: 'Cette façon de se connecter n’est pas ouverte ici.',
    detail: 'Connectez-vous avec votre adresse et votre mot de passe.',
  },
  'fournisseur-injoignable': {
    titre: 'Le fournisseur d’identité ne répond pas.',
    detail: 'Réessayez dans quelques minutes, ou connectez-vous avec votre mot de passe.',
  },
  'demande-perdue': {
    titre: 'L’identification est à reprendre.',
    detail: 'Plus de dix minutes ont passé, ou elle a commencé dans un autre navigateur. Recommencez d’ici.',
  },
  'identification-annulee': {
    titre: 'Vous n’êtes pas connecté.',
    detail: 'L’identification a été abandonnée. Vous pouvez la reprendre, ou vous connecter avec votre mot de passe.',
  },
  'identite-refusee': {
    titre: 'Votre identité n’a pas pu être vérifiée.',
    detail: 'Rien n’a été enregistré. Réessayez\u202F; si cela recommence, prévenez l’équipe du contrat de ville.',
  },
  'sans-mandat': {
    titre: 'Votre mandat n’est pas en cours.',
    detail:
      'Votre identité est reconnue, mais aucun mandat ne vous donne de rôle aujourd’hui. Voyez avec l’équipe du contrat de ville.',
  },
};

/** The identity brought back by somebody unknown here, and the contrats that they may ask. */
export interface IdentiteVue {
  nom: string;
  email: string;
  siret: string | null;
  contrats: { id: string; titre: string }[];
}

/** What somebody unknown here says of themselves to the team of a contrat. */
export interface DemandeAccesSaisie {
  contratId: string;
  organisation: string;
  message: string;
}

/** Limits shared by the form and the API. */
export const LIMITES_DEMANDE_ACCES = { organisation: 200, message: 1_000, motif: 1_000 } as const;
