import type { FicheDemo } from '../../modele';
import { indicateursT11 } from './indicateurs';
import { redactionT11 } from './redaction';
import { actionsT11, declinaisonsT11 } from './suivi';

/** T 1.1, espaces de dialogue: the complete fiche of the demo. */
export const ficheT11: FicheDemo = {
  code: 'T1.1',
  statut: 'en-vigueur',
  auteur: 'claire',
  redigeeLe: '2024-06-18T09:12:00Z',
  redaction: redactionT11,
  indicateurs: indicateursT11,
  actions: actionsT11,
  declinaisons: declinaisonsT11,
  passages: [
    { quand: '2024-06-21T15:40:00Z', auteur: 'claire', de: 'brouillon', vers: 'relecture' },
    { quand: '2024-07-11T16:05:00Z', auteur: 'claire', de: 'relecture', vers: 'en-vigueur' },
  ],
  evolutions: [
    {
      quand: '2026-11-19T15:02:00Z',
      auteur: 'awa',
      objet: 'declinaison',
      nom: 'saintPierre',
      champ: 'meteo',
      avant: 'couvert',
      apres: 'nuage',
    },
    {
      quand: '2026-04-20T12:30:00Z',
      auteur: 'samira',
      objet: 'action',
      nom: 'd',
      champ: 'statut',
      avant: 'a-venir',
      apres: 'en-cours',
    },
  ],
  retouches: [
    {
      champ: 'facteursDefavorables',
      quand: '2026-11-06T10:24:00Z',
      auteur: 'samira',
      avant: redactionT11.facteursDefavorables?.slice(0, 4),
    },
    {
      champ: 'resumePublic',
      quand: '2026-11-17T08:47:00Z',
      auteur: 'mathis',
      avant: 'Un rendez-vous régulier dans chaque quartier pour parler, s’informer et monter des projets ensemble.',
    },
  ],
};
