import type { ResultatConnexion, SorteNotification } from '@pleniere/acces/domain';

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
  /** What people were told; `fiche` by its code, `lue` when they have read it. */
  notifications: readonly {
    a: readonly string[];
    jours: number;
    sorte: SorteNotification;
    titre: string;
    texte: string;
    fiche?: string;
    lien?: string;
    lue?: boolean;
  }[];
  purges: readonly { jours: number; quoi: string; nombre: number }[];
}
