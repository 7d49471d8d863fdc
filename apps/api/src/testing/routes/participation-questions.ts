import type { DecorDroits } from '../decor-droits';
import { contrat, element, type RouteAttendue, type RoutesAttendues, SAISISSENT, tenue } from './route';

const question = ({ questionId }: DecorDroits) => questionId;

const publique = (suite: (decor: DecorDroits) => string, corps?: RouteAttendue['corps']): RouteAttendue => ({
  acces: 'public',
  adresse: (decor) => `/public/contrats/${decor.contrat.contratId}/questions${suite(decor)}`,
  corps,
});

/** Routes of the questions of residents. */
export const ROUTES_QUESTIONS: RoutesAttendues = {
  'GET /contrats/:contratId/questions': contrat('participation.lire', '/questions'),
  'GET /contrats/:contratId/questions/garantie': contrat('participation.lire', '/questions/garantie'),
  'PUT /contrats/:contratId/questions/:id': tenue(
    contrat('espaces.animer', '/questions/6b9d1c1e-2c7e-4f5e-9a53-0d1b8c2f7a10'),
    () => ({ texte: 'Qui nettoie la cour ?' }),
    SAISISSENT,
  ),
  'GET /questions/:id': element('participation.lire', 'questions', question),
  'PATCH /questions/:id': element('questions.traiter', 'questions', question),
  'GET /questions/:id/similaires': element('participation.lire', 'questions', question, '/similaires'),
  'POST /questions/:id/traitement': {
    ...element('questions.traiter', 'questions', question, '/traitement'),
    corps: () => ({ transition: 'retenir' }),
  },
  'PUT /questions/:id/reponse': tenue(element('questions.repondre', 'questions', question, '/reponse')),
  'POST /questions/:id/reponse/etapes': tenue(
    element('questions.repondre', 'questions', question, '/reponse/etapes'),
    () => ({ transition: 'preparer-reponse' }),
  ),
  'GET /public/contrats/:contratId/questions': publique(() => ''),
  'POST /public/contrats/:contratId/questions': publique(
    () => '',
    () => ({ texte: 'Quand le parc sera-t-il fini ?' }),
  ),
  'GET /public/contrats/:contratId/questions/refus': publique(() => '/refus'),
  'GET /public/contrats/:contratId/questions/:numero': publique(() => '/1'),
  'POST /public/contrats/:contratId/questions/:numero/retours': publique(
    () => '/1/retours',
    () => ({ cle: 'a'.repeat(32), utile: true }),
  ),
  'GET /public/contrats/:contratId/questions/suivi/:recepisse': publique(({ recepisse }) => `/suivi/${recepisse}`),
  'POST /public/contrats/:contratId/questions/suivi/:recepisse/desabonnement': publique(
    ({ recepisse }) => `/suivi/${recepisse}/desabonnement`,
    () => ({}),
  ),
};
