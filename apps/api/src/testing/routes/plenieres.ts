import type { DecorDroits } from '../decor-droits';
import { commune, contrat, element, type RoutesAttendues } from './route';

const instance = ({ instanceId }: DecorDroits) => instanceId;
const seance = ({ seanceId }: DecorDroits) => seanceId;
const arrete = ({ arreteId }: DecorDroits) => arreteId;
const decision = ({ decisionId }: DecorDroits) => decisionId;

/** Routes of instances, séances, decisions and arrêtés. */
export const ROUTES_PLENIERES: RoutesAttendues = {
  'GET /contrats/:contratId/instances': contrat('plenieres.lire', '/instances'),
  'POST /contrats/:contratId/instances': contrat('plenieres.gerer', '/instances', () => ({})),
  'PATCH /instances/:id': element('plenieres.gerer', 'instances', instance),
  'DELETE /instances/:id': element('plenieres.gerer', 'instances', instance),
  'GET /contrats/:contratId/seances': contrat('plenieres.lire', '/seances'),
  'POST /contrats/:contratId/seances': contrat('plenieres.gerer', '/seances', () => ({})),
  'GET /seances/:id': element('plenieres.lire', 'seances', seance),
  'PATCH /seances/:id': element('plenieres.gerer', 'seances', seance),
  'DELETE /seances/:id': element('plenieres.gerer', 'seances', seance),
  'PUT /seances/:id/ordre-du-jour': {
    ...element('plenieres.gerer', 'seances', seance, '/ordre-du-jour'),
    corps: () => ({ points: [] }),
  },
  'POST /seances/:id/decisions': {
    ...element('plenieres.gerer', 'seances', seance, '/decisions'),
    corps: () => ({ texte: 'Publier les réponses' }),
  },
  'GET /contrats/:contratId/decisions': contrat('plenieres.lire', '/decisions'),
  'PATCH /decisions/:id': element('plenieres.gerer', 'decisions', decision),
  'DELETE /decisions/:id': element('plenieres.gerer', 'decisions', decision),
  'GET /contrats/:contratId/arretes': contrat('plenieres.lire', '/arretes'),
  'GET /contrats/:contratId/arretes/fiches': contrat('plenieres.gerer', '/arretes/fiches'),
  'POST /contrats/:contratId/arretes': contrat('plenieres.gerer', '/arretes', () => ({})),
  'GET /arretes/:id': element('plenieres.lire', 'arretes', arrete),
  'GET /arretes/:id/contenu.json': element('plenieres.lire', 'arretes', arrete, '/contenu.json'),
  'GET /schemas/arrete.json': commune('public', '/schemas/arrete.json'),
};
