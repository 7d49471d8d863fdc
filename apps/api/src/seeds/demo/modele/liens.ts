import type { EtapeLien, SuiteContribution } from '@pleniere/participation/domain';

/** What became of a contribution in the demo; a revision by its number, an action by its letter. */
export interface DecisionDemo {
  suite: SuiteContribution;
  motif: string;
  fonction: string;
  quand: string;
  revision?: number;
  action?: string;
}

/** A link of the demo: a question by its instant, a séance by its espace and its day, an idea by its title. */
export interface LienDemo {
  question?: string;
  seance?: readonly [espace: string, date: string];
  idee?: readonly [consultation: string, titre: string];
  fiche: string;
  /** Letter of the action of that fiche, or rank of its indicator from 1; the fiche itself when there is neither. */
  action?: string;
  indicateur?: number;
  etape: EtapeLien;
  preuve?: string;
  par: string;
  quand: string;
  decision?: DecisionDemo;
}
