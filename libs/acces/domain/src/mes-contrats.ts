import type { Role } from './roles';

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
