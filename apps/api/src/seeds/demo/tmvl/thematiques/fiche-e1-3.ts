import type { FicheDemo } from '../../modele';

/** E 1.3, a first draft: creating one’s own activity. */
export const ficheE13: FicheDemo = {
  code: 'E1.3',
  statut: 'brouillon',
  auteur: 'julien',
  redigeeLe: '2026-11-18T11:25:00Z',
  redaction: {
    orientation: 'E1-b',
    titre: 'Créer son activité au Morier et à la Rabière : un an d’essai, un local, une marraine ou un parrain',
    pilotes: ['joue'],
    referents: [{ acteur: 'joue', fonction: 'Référent politique de la ville', personne: 'julien' }],
    interetTerritoire: ['Rouvrir les rez-de-chaussée fermés.'],
  },
};
