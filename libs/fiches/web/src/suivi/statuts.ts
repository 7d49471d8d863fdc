import type { StatutAction, StatutExecution } from '@pleniere/fiches/domain';
import type { NomIcone, Ton } from '@pleniere/shared/ui';

interface Signe {
  icone: NomIcone;
  ton: Ton;
}

/** Icon and tone of each statut of an action. */
export const SIGNES_ACTIONS: Readonly<Record<StatutAction, Signe>> = {
  'a-venir': { icone: 'a-venir', ton: 'neutre' },
  'en-cours': { icone: 'en-cours', ton: 'info' },
  realisee: { icone: 'fait', ton: 'succes' },
  reportee: { icone: 'date', ton: 'attention' },
  abandonnee: { icone: 'abandon', ton: 'neutre' },
};

/** Icon and tone of each state of execution. */
export const SIGNES_EXECUTION: Readonly<Record<StatutExecution, Signe>> = {
  'a-lancer': { icone: 'a-venir', ton: 'neutre' },
  'en-cours': { icone: 'en-cours', ton: 'info' },
  termine: { icone: 'fait', ton: 'succes' },
  suspendu: { icone: 'date', ton: 'attention' },
  abandonne: { icone: 'abandon', ton: 'neutre' },
};
