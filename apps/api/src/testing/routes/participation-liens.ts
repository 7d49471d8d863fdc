import type { DecorDroits } from '../decor-droits';
import { contrat, element, REFERENT_A, type RoutesAttendues, tenue } from './route';

const lien = ({ lienId }: DecorDroits) => lienId;
const indicateur = ({ indicateurId }: DecorDroits) => indicateurId;

/** Routes of the links of contributions, and of the values computed from facts. */
export const ROUTES_LIENS: RoutesAttendues = {
  'GET /contrats/:contratId/liens': {
    acces: 'participation.lire',
    adresse: ({ contrat: { contratId }, ficheId }) => `/contrats/${contratId}/liens?fiche=${ficheId}`,
  },
  'POST /contrats/:contratId/liens/suggestions': contrat('participation.lire', '/liens/suggestions', () => ({
    texte: 'Quand réparez-vous l’éclairage ?',
  })),
  'POST /contrats/:contratId/liens': tenue(
    contrat('contributions.lier', '/liens'),
    ({ ficheId, questionId }) => ({
      ...{ source: 'question', sourceId: questionId, cible: 'fiche', cibleId: ficheId, etape: 'evaluation' },
    }),
    REFERENT_A,
  ),
  'DELETE /liens/:id': tenue(element('contributions.lier', 'liens', lien)),
  'PUT /liens/:id/decision': tenue(element('contributions.lier', 'liens', lien, '/decision'), () => ({
    suite: 'etudiee',
  })),
  'GET /contrats/:contratId/niveaux-participation': contrat('participation.lire', '/niveaux-participation'),
  'GET /public/contrats/:contratId/changements': {
    acces: 'public',
    adresse: ({ contrat: { contratId } }) => `/public/contrats/${contratId}/changements`,
  },
  'GET /contrats/:contratId/calculs': contrat('indicateurs.lire', '/calculs'),
  'GET /indicateurs/:id/calculs': element('indicateurs.lire', 'indicateurs', indicateur, '/calculs'),
  'POST /indicateurs/:id/calculs': tenue(element('indicateurs.gerer', 'indicateurs', indicateur, '/calculs')),
};
