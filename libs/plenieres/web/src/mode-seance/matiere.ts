import { nomQpv, type Qpv } from '@pleniere/contrat/domain';
import { concerneQuartier, type FicheLue } from '@pleniere/fiches/domain';
import type { TerritoireNomme } from '@pleniere/indicateurs/web';
import type { Decision, Seance } from '@pleniere/plenieres/domain';

/** Everything a séance is presented from, read at once so that nothing is asked afterwards. */
export interface MatiereSeance {
  seance: Seance;
  /** Fiches of the agenda by id; one that the person may not read is absent. */
  fiches: Readonly<Record<string, FicheLue>>;
  /** Decisions of other séances that are still to be carried out. */
  attendues: readonly Decision[];
  organisations: readonly { id: string; nom: string }[];
  /** Communes of the villes that sign. */
  villes: readonly TerritoireNomme[];
  quartiers: readonly Pick<Qpv, 'code' | 'libelle' | 'libelleEditorial' | 'communes'>[];
}

/** Territories that the indicators of a fiche tell of. */
export function territoiresDe({ villes, quartiers }: MatiereSeance, { contenu }: FicheLue): TerritoireNomme[] {
  const siens = quartiers.filter((quartier) => concerneQuartier(contenu.cadreOu, quartier));
  return [...villes, ...siens.map((quartier) => ({ code: quartier.code, nom: nomQpv(quartier) }))];
}

/** A decision as the screens show it, known by the server or still on this device. */
export interface DecisionMontree extends Pick<Decision, 'id' | 'texte' | 'echeance' | 'statut'> {
  ficheId: string | null;
  fiche: string | null;
  responsable: string | null;
  /** Where it comes from, when it is not this séance. */
  origine: string | null;
  /** `attente` until the server has it; a refused one is shown apart, in the banner. */
  envoi: 'recue' | 'attente';
}
