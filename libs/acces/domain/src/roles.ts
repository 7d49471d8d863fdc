/** Roles of a contrat de ville, from the métropole's team to the reader. */
export const ROLES = ['equipe', 'referent', 'delegue', 'contributeur', 'lecteur'] as const;
/** Role that a mandat gives to a personne within a contrat. */
export type Role = (typeof ROLES)[number];

/** French label of each role, as shown on screen. */
export const LIBELLES_ROLES: Readonly<Record<Role, string>> = {
  equipe: 'Équipe contrat de ville',
  referent: 'Référente ou référent politique de la ville',
  delegue: 'Déléguée ou délégué du préfet',
  contributeur: 'Contributeur',
  lecteur: 'Lecteur',
};

/** Roles of whom a contrat may ask a second factor: those who decide for everybody. */
export const ROLES_A_SECOND_FACTEUR: readonly Role[] = ['equipe', 'delegue'];
