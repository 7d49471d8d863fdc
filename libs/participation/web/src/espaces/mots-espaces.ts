import {
  type ACompleter,
  aCompleter,
  compteRenduEnRetard,
  LIBELLES_A_COMPLETER,
  type SeanceDialogueResume,
  type StatutSeance,
} from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import type { NomIcone, Ton } from '@pleniere/shared/ui';

/** How a statut of a séance is shown. */
export const SIGNES_SEANCE: Readonly<Record<StatutSeance, { ton: Ton; icone: NomIcone }>> = {
  planifiee: { ton: 'neutre', icone: 'a-venir' },
  annoncee: { ton: 'info', icone: 'public' },
  tenue: { ton: 'succes', icone: 'fait' },
  reportee: { ton: 'attention', icone: 'date' },
  annulee: { ton: 'neutre', icone: 'abandon' },
  'compte-rendu-publie': { ton: 'succes', icone: 'document' },
  close: { ton: 'neutre', icone: 'verrou' },
};

/** What a séance still owes, in one sentence; null when it owes nothing. */
export function dites(seance: SeanceDialogueResume, jour: string): string | null {
  const manques = aCompleter(seance, jour);
  if (manques.length === 0) return null;
  const dits = manques.map((manque: ACompleter) =>
    manque === 'compte-rendu' && compteRenduEnRetard(seance, jour)
      ? 'publier le compte rendu, en retard'
      : LIBELLES_A_COMPLETER[manque],
  );
  return `À faire\u00A0: ${dits.join(', ')}.`;
}

/** How many came, in words. */
export function presentsDits({ presents, habitants }: Pick<SeanceDialogueResume, 'presents' | 'habitants'>): string {
  if (presents === null) return 'personne n’a encore compté';
  const tous = accorder(presents, 'personne');
  return habitants === null ? tous : `${tous}, dont ${accorder(habitants, 'habitant')}`;
}
