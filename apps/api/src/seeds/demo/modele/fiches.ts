import type { ActionSaisie, ChampId, DeclinaisonSaisie, StatutFiche } from '@pleniere/fiches/domain';
import type { EvolutionDemo, PassageDemo } from './circuits';
import type { IndicateurDemo } from './indicateurs';
import type { RedactionFiche } from './redaction';

/** An action; its code comes from its rank. */
export type ActionDemo = Pick<ActionSaisie, 'titre' | 'pilote' | 'echeance' | 'statut' | 'niveauParticipation'> & {
  description?: string;
  etapes?: readonly (readonly [libelle: string, faite: boolean])[];
  refDauphin?: string;
};

/** How a ville carries the fiche out. */
export type DeclinaisonDemo = Pick<DeclinaisonSaisie, 'statutExecution' | 'meteo'> &
  Partial<Pick<DeclinaisonSaisie, 'qpvCode' | 'meteoExplication' | 'modaliteRetenue' | 'recits'>> & {
    ville: string;
    referent?: string;
  };

/** A later change of a field: who, when, and what stood there before. */
export interface RetoucheDemo<C extends ChampId = ChampId> {
  champ: C;
  quand: string;
  auteur: string;
  avant: RedactionFiche[C];
}

/** A fiche with everything that belongs to it. */
export interface FicheDemo {
  code: string;
  statut: StatutFiche;
  /** Who wrote it first, and when. */
  auteur: string;
  redigeeLe: string;
  redaction: RedactionFiche;
  indicateurs?: readonly IndicateurDemo[];
  actions?: readonly ActionDemo[];
  declinaisons?: readonly DeclinaisonDemo[];
  retouches?: readonly RetoucheDemo[];
  passages?: readonly PassageDemo[];
  evolutions?: readonly EvolutionDemo[];
}
