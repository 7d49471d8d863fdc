import type { Permission } from './permissions';
import type { Role } from './roles';

/** What the screen knows of the person who is logged in. */
export interface SessionCourante {
  personne: { id: string; nom: string; fonction: string };
  role: Role;
  organisation: { id: string; nom: string } | null;
  contrat: {
    id: string;
    titre: string;
    titreCourt: string;
    anneeDebut: number;
    anneeFin: number;
    /** Main colour of the contrat, `#rrggbb`. */
    couleur: string;
    /** Address of the logo, or null. */
    logo: string | null;
  };
  permissions: Permission[];
  /** Name of the absent colleague whose wider role the person holds today, if any. */
  parDelegationDe?: string | null;
  demo: boolean;
  /** True until one has set up the second factor that the contrat asks: nothing else is open. */
  secondFacteurDu?: boolean;
}

/** After a log-out: where the browser logs out of the identity provider too. */
export interface Sortie {
  suite: string;
}

/** Demo account offered on the welcome page in demo mode only. */
export interface CompteDemo {
  email: string;
  motDePasse: string;
  nom: string;
  fonction: string;
  organisation: string;
  role: Role;
}

/** One line of the journal: who changed what, when, from what to what. */
export interface EntreeJournal {
  id: string;
  quand: string;
  auteur: { id: string | null; nom: string };
  objet: string;
  objetId: string;
  /** Fiche that the change bears upon, when there is one. */
  ficheId: string | null;
  champ: string | null;
  avant: unknown;
  apres: unknown;
  motif: string | null;
}
