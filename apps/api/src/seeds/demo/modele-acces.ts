import type { ResultatConnexion } from '@pleniere/acces/domain';

/** Who has come in, who is away, who asks to enter; people by their keys, days counted from the load. */
export interface AccesDemo {
  connexions: readonly { personne: string; jours: number; resultat: ResultatConnexion; appareil: string }[];
  delegations: readonly { personne: string; delegue: string; du: number; au: number }[];
  demandes: readonly {
    jours: number;
    nom: string;
    email: string;
    organisation: string;
    message: string;
    /** Why the team has declined. */
    motif?: string;
  }[];
}
