import type { DecorDroits } from '../decor-droits';
import { contrat, element, commune, type RoutesAttendues } from './route';

const enjeu = ({ contrat: { enjeuId } }: DecorDroits) => enjeuId;
const orientation = ({ contrat: { orientationId } }: DecorDroits) => orientationId;
const qpv = ({ qpvCode }: DecorDroits) => qpvCode;
const importReferentiel = ({ importReferentielId }: DecorDroits) => importReferentielId;

/** Routes of the frame of the contrat. */
export const ROUTES_CONTRAT: RoutesAttendues = {
  'GET /contrats/:contratId': contrat('contrat.lire', ''),
  'PATCH /contrats/:contratId': contrat('contrat.gerer', '', () => ({})),
  'GET /contrats/:contratId/enjeux': contrat('contrat.lire', '/enjeux'),
  'POST /contrats/:contratId/enjeux': contrat('contrat.gerer', '/enjeux', () => ({})),
  'PATCH /enjeux/:id': element('contrat.gerer', 'enjeux', enjeu),
  'DELETE /enjeux/:id': element('contrat.gerer', 'enjeux', enjeu),
  'POST /contrats/:contratId/orientations': contrat('contrat.gerer', '/orientations', () => ({})),
  'PATCH /orientations/:id': element('contrat.gerer', 'orientations', orientation),
  'DELETE /orientations/:id': element('contrat.gerer', 'orientations', orientation),
  'GET /contrats/:contratId/qpv': contrat('contrat.lire', '/qpv'),
  'POST /contrats/:contratId/qpv': contrat('contrat.gerer', '/qpv', () => ({})),
  'PATCH /qpv/:code': element('contrat.gerer', 'qpv', qpv),
  'DELETE /qpv/:code': element('contrat.gerer', 'qpv', qpv),
  'GET /contrats/:contratId/communes': contrat('contrat.lire', '/communes'),
  'POST /contrats/:contratId/imports-referentiel': contrat('contrat.gerer', '/imports-referentiel', () => ({})),
  'GET /contrats/:contratId/imports-referentiel': contrat('contrat.gerer', '/imports-referentiel'),
  'GET /imports-referentiel/:id': element('contrat.gerer', 'imports-referentiel', importReferentiel),
  'PUT /imports-referentiel/:id/colonnes': {
    ...element('contrat.gerer', 'imports-referentiel', importReferentiel, '/colonnes'),
    corps: () => ({ roles: ['code_qpv'], millesime: null, source: '' }),
  },
  'POST /imports-referentiel/:id/application': {
    ...element('contrat.gerer', 'imports-referentiel', importReferentiel, '/application'),
    corps: () => ({ empreinte: 'x'.repeat(43) }),
  },
  'POST /imports-referentiel/:id/annulation': element(
    'contrat.gerer',
    'imports-referentiel',
    importReferentiel,
    '/annulation',
  ),
  'DELETE /imports-referentiel/:id': element('contrat.gerer', 'imports-referentiel', importReferentiel),
  'GET /contrats/:contratId/echange.json': contrat('contrat.gerer', '/echange.json'),
  'POST /contrats/:contratId/echange/apercu': contrat('contrat.gerer', '/echange/apercu', () => ({})),
  'POST /contrats/:contratId/echange': contrat('contrat.gerer', '/echange', () => ({})),
  'GET /schemas/echange.json': commune('public', '/schemas/echange.json'),
  'GET /referentiels/qpv': commune('contrat.lire', '/referentiels/qpv'),
};
