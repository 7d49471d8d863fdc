import type { Avancement } from '@pleniere/indicateurs/domain';

/** What has come in on one fiche in one ville; `villeId` null for what is measured over the whole contrat. */
export interface CroisementCampagne extends Avancement {
  ficheId: string;
  villeId: string | null;
}

/** A fiche of the matrix, with all that is expected of it: a quartier of two villes counts once. */
export interface FicheDeMatrice extends Avancement {
  id: string;
  code: string;
  titre: string;
}

/** A ville of the matrix; null for the whole contrat. */
export interface VilleDeMatrice extends Avancement {
  id: string | null;
  nom: string;
}

/** State of a campagne: villes × fiches. Places where nothing is expected are left out. */
export interface MatriceCampagne {
  fiches: FicheDeMatrice[];
  villes: VilleDeMatrice[];
  croisements: CroisementCampagne[];
  total: Avancement;
}

/** A cell that is still owed: empty, or returned with a reason. */
export interface CaseAFaire {
  indicateurId: string;
  libelle: string;
  territoire: string;
  /** Name of the quartier or of the commune; « Ensemble du contrat » otherwise. */
  lieu: string;
  /** Why the team returned it; null when it is empty. */
  retour: string | null;
}
