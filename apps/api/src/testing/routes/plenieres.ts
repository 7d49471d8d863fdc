import type { Permission } from '@pleniere/acces/domain';
import type { DecorDroits } from '../decor-droits';
import { commune, contrat, element, type RouteAttendue, type RoutesAttendues } from './route';

const instance = ({ instanceId }: DecorDroits) => instanceId;
const seance = ({ seanceId }: DecorDroits) => seanceId;
const arrete = ({ arreteId }: DecorDroits) => arreteId;
const document = ({ documentId }: DecorDroits) => documentId;
const decision = ({ decisionId }: DecorDroits) => decisionId;

/** Documents of an arrêté. */
const documents = (acces: Permission): RouteAttendue => ({
  acces,
  adresse: ({ contrat: { contratId }, arreteId }) => `/contrats/${contratId}/arretes/${arreteId}/documents`,
  corps: () => ({}),
});

/** Routes of instances, séances, decisions, arrêtés and the documents made from them. */
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
  'PUT /seances/:id/decisions/:decisionId': {
    acces: 'plenieres.gerer',
    adresse: ({ seanceId, decisionId }) => `/seances/${seanceId}/decisions/${decisionId}`,
    corps: () => ({ texte: 'Publier les réponses' }),
  },
  'GET /contrats/:contratId/decisions': contrat('plenieres.lire', '/decisions'),
  'PATCH /decisions/:id': element('plenieres.gerer', 'decisions', decision),
  'DELETE /decisions/:id': element('plenieres.gerer', 'decisions', decision),
  'GET /contrats/:contratId/arretes': contrat('plenieres.lire', '/arretes'),
  'GET /contrats/:contratId/arretes/fiches': contrat('plenieres.gerer', '/arretes/fiches'),
  'POST /contrats/:contratId/arretes': contrat('plenieres.gerer', '/arretes', () => ({})),
  'GET /arretes/:id': element('plenieres.lire', 'arretes', arrete),
  'GET /arretes/:id/contenu.json': element('valeurs.lire-en-clair', 'arretes', arrete, '/contenu.json'),
  'GET /contrats/:contratId/arretes/:arreteId/documents': documents('plenieres.lire'),
  'POST /contrats/:contratId/arretes/:arreteId/documents': documents('plenieres.gerer'),
  'GET /contrats/:contratId/arretes/:arreteId/apercu.pdf': {
    acces: 'plenieres.gerer',
    adresse: ({ contrat: { contratId }, arreteId }) => `/contrats/${contratId}/arretes/${arreteId}/apercu.pdf`,
  },
  'GET /documents/:id': element('plenieres.lire', 'documents', document),
  'GET /documents/:id/fichier': element('plenieres.lire', 'documents', document, '/fichier'),
  'POST /documents/:id/annuler': element('plenieres.gerer', 'documents', document, '/annuler'),
  'GET /schemas/arrete.json': commune('public', '/schemas/arrete.json'),
};
