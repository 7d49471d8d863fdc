import { type EtatQuestion, joursRestants, type QuestionResume } from '@pleniere/participation/domain';
import { accorder, formaterDate } from '@pleniere/shared/domain';
import type { NomIcone, Ton } from '@pleniere/shared/ui';

/** Icon and weight of each état. */
export const SIGNES_QUESTION: Readonly<Record<EtatQuestion, { ton: Ton; icone: NomIcone }>> = {
  posee: { ton: 'attente', icone: 'aide' },
  recevable: { ton: 'attente', icone: 'personne' },
  'hors-competence': { ton: 'neutre', icone: 'suivant' },
  refusee: { ton: 'neutre', icone: 'abandon' },
  attribuee: { ton: 'info', icone: 'en-cours' },
  'reponse-preparee': { ton: 'attention', icone: 'relecture' },
  'reponse-publiee': { ton: 'succes', icone: 'fait' },
  'sans-suite': { ton: 'neutre', icone: 'archive' },
  rattachee: { ton: 'neutre', icone: 'lien' },
};

/** « dans 3 jours », « aujourd’hui », « 12 jours de retard »; nothing when no answer is awaited. */
export function direEcheance(
  question: Pick<QuestionResume, 'etat' | 'echeance'>,
  aujourdhui: string,
): { texte: string; ton: Ton } | null {
  const restants = joursRestants(question, aujourdhui);
  if (restants === null || question.echeance === null) return null;
  if (restants < 0) return { texte: `${accorder(-restants, 'jour')} de retard`, ton: 'alerte' };
  if (restants === 0) return { texte: 'Réponse due aujourd’hui', ton: 'alerte' };
  const texte = `Avant le ${formaterDate(question.echeance)}`;
  return { texte, ton: restants <= 7 ? 'attention' : 'neutre' };
}
