import type { DecorDroits } from '../decor-droits';
import { REFERENT_A, contrat, element, commune, type RoutesAttendues } from './route';

const organisation = ({ contrat: { organisations } }: DecorDroits) => organisations.prefecture;
const personne = ({ personneId }: DecorDroits) => personneId;
const demande = ({ demandeId }: DecorDroits) => demandeId;
const mandat = ({ mandatId }: DecorDroits) => mandatId;
const courriel = ({ courrielId }: DecorDroits) => courrielId;
const DELEGATION = { delegueId: 'b9b7e4a2-0a57-4d7a-9d0e-3c2a5b1f6c11', du: '2026-05-01', au: '2026-05-02' };

/** Routes of health, access, people, e-mails and journal. */
export const ROUTES_ACCES: RoutesAttendues = {
  'GET /health/live': commune('public', '/health/live'),
  'GET /health/ready': commune('public', '/health/ready'),
  'POST /session': commune('public', '/session', { email: 'personne@exemple.fr', motDePasse: 'x' }),
  'GET /session': commune('public', '/session'),
  'DELETE /session': commune('connecte', '/session'),
  'PUT /session/mot-de-passe': commune('connecte', '/session/mot-de-passe', {
    ancien: 'x',
    nouveau: 'Lilas-2026-Sanitas',
  }),
  'POST /session/second-facteur': commune('public', '/session/second-facteur', { code: '123456' }),
  'GET /compte': commune('connecte', '/compte'),
  'GET /compte/contrats': commune('connecte', '/compte/contrats'),
  'POST /compte/contrats': commune('connecte', '/compte/contrats', { email: 'ailleurs@exemple.fr', motDePasse: 'x' }),
  'DELETE /compte/contrats/:contrat': commune('connecte', '/compte/contrats/b9b7e4a2-0a57-4d7a-9d0e-3c2a5b1f6c11'),
  'POST /session/contrat': commune('connecte', '/session/contrat', {
    contratId: 'b9b7e4a2-0a57-4d7a-9d0e-3c2a5b1f6c11',
  }),
  'GET /compte/sessions': commune('connecte', '/compte/sessions'),
  'POST /compte/sessions/fermeture': commune('connecte', '/compte/sessions/fermeture', {}),
  'POST /compte/sessions/:id/fermeture': commune(
    'connecte',
    '/compte/sessions/b9b7e4a2-0a57-4d7a-9d0e-3c2a5b1f6c11/fermeture',
    {},
  ),
  'GET /compte/connexions': commune('connecte', '/compte/connexions'),
  'POST /compte/second-facteur': commune('connecte', '/compte/second-facteur', {}),
  'PUT /compte/second-facteur': commune('connecte', '/compte/second-facteur', { code: '123456' }),
  'POST /compte/second-facteur/codes': commune('connecte', '/compte/second-facteur/codes', {}),
  'POST /compte/second-facteur/retrait': commune('connecte', '/compte/second-facteur/retrait', {}),
  'GET /contrats/:contratId/demandes-acces': contrat('comptes.gerer', '/demandes-acces'),
  'POST /demandes-acces/:id/acceptation': element('comptes.gerer', 'demandes-acces', demande, '/acceptation'),
  'POST /demandes-acces/:id/refus': {
    ...element('comptes.gerer', 'demandes-acces', demande, '/refus'),
    corps: () => ({ motif: 'Adresse inconnue.' }),
  },
  'GET /contrats/:contratId/donnees-personnelles': contrat('contrat.lire', '/donnees-personnelles'),
  'PUT /contrats/:contratId/donnees-personnelles': contrat('contrat.gerer', '/donnees-personnelles', () => ({})),
  'GET /compte/donnees': commune('connecte', '/compte/donnees'),
  'GET /personnes/:id/donnees': element('comptes.gerer', 'personnes', personne, '/donnees'),
  // The last account of the team: it may ask, and nobody is erased.
  'POST /personnes/:id/effacement': element(
    'comptes.gerer',
    'personnes',
    ({ contrat: { personnes } }) => personnes.equipe,
    '/effacement',
  ),
  'GET /notifications': commune('connecte', '/notifications'),
  'GET /notifications/nombre': commune('connecte', '/notifications/nombre'),
  'PUT /notifications/lecture': commune('connecte', '/notifications/lecture', { jusqua: '2026-01-01T00:00:00Z' }),
  'PUT /notifications/:id/lecture': commune('connecte', '/notifications/b9b7e4a2-0a57-4d7a-9d0e-3c2a5b1f6c11/lecture'),
  'GET /compte/notifications': commune('connecte', '/compte/notifications'),
  'PUT /compte/notifications': commune('connecte', '/compte/notifications', { preferences: [] }),
  'GET /compte/delegations': commune('connecte', '/compte/delegations'),
  'POST /compte/delegations': commune('connecte', '/compte/delegations', DELEGATION),
  'DELETE /compte/delegations/:id': {
    acces: 'connecte',
    adresse: ({ delegationId }) => `/compte/delegations/${delegationId}`,
    plume: REFERENT_A,
  },
  'GET /personnes/:id/delegations': element('comptes.gerer', 'personnes', personne, '/delegations'),
  'POST /personnes/:id/delegations': {
    ...element('comptes.gerer', 'personnes', personne, '/delegations'),
    corps: () => DELEGATION,
  },
  'DELETE /personnes/:id/delegations/:delegationId': element(
    'comptes.gerer',
    'personnes',
    ({ contrat: { personnes }, delegationId }) => `${personnes.referentA}/delegations/${delegationId}`,
  ),
  'GET /personnes/:id/compte': element('comptes.gerer', 'personnes', personne, '/compte'),
  'GET /personnes/:id/connexions': element('comptes.gerer', 'personnes', personne, '/connexions'),
  'DELETE /personnes/:id/second-facteur': element('comptes.gerer', 'personnes', personne, '/second-facteur'),
  'GET /oidc': commune('public', '/oidc'),
  'GET /oidc/connexion': commune('public', '/oidc/connexion'),
  'GET /oidc/retour': commune('public', '/oidc/retour'),
  'GET /oidc/identite': commune('public', '/oidc/identite'),
  'POST /oidc/demande': commune('public', '/oidc/demande', {
    contratId: 'b9b7e4a2-0a57-4d7a-9d0e-3c2a5b1f6c11',
    organisation: 'CAF Touraine',
    message: '',
  }),
  'GET /demo/comptes': commune('public', '/demo/comptes'),
  'GET /activation/:jeton': commune('public', '/activation/x'),
  'POST /activation/:jeton': commune('public', '/activation/x', { motDePasse: 'Lilas-2026-Sanitas' }),
  'GET /contrats/:contratId/direct': { ...contrat('contrat.lire', '/direct'), flux: true },
  'GET /contrats/:contratId/courriels': contrat('contrat.gerer', '/courriels'),
  'GET /courriels/:id': element('contrat.gerer', 'courriels', courriel),
  'POST /courriels/:id/envoi': element('contrat.gerer', 'courriels', courriel, '/envoi'),
  'GET /contrats/:contratId/journal': contrat('journal.lire', '/journal'),
  'GET /contrats/:contratId/organisations': contrat('acteurs.lire', '/organisations'),
  'POST /contrats/:contratId/organisations': contrat('acteurs.gerer', '/organisations', () => ({})),
  'PATCH /organisations/:id': element('acteurs.gerer', 'organisations', organisation),
  'DELETE /organisations/:id': element('acteurs.gerer', 'organisations', organisation),
  'GET /contrats/:contratId/personnes': contrat('acteurs.lire', '/personnes'),
  'POST /contrats/:contratId/personnes': contrat('acteurs.gerer', '/personnes', () => ({})),
  'PATCH /personnes/:id': element('acteurs.gerer', 'personnes', personne),
  'DELETE /personnes/:id': element('acteurs.gerer', 'personnes', personne),
  'POST /personnes/:id/invitation': element('comptes.gerer', 'personnes', personne, '/invitation'),
  'DELETE /personnes/:id/compte': element('comptes.gerer', 'personnes', personne, '/compte'),
  'POST /contrats/:contratId/mandats': contrat('acteurs.gerer', '/mandats', () => ({})),
  'PATCH /mandats/:id': element('acteurs.gerer', 'mandats', mandat),
  'DELETE /mandats/:id': element('acteurs.gerer', 'mandats', mandat),
};
