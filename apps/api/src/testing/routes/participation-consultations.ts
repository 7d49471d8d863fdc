import type { Permission } from '@pleniere/acces/domain';
import type { DecorDroits } from '../decor-droits';
import { contrat, element, type RouteAttendue, type RoutesAttendues } from './route';

const consultation = (acces: Permission, suite: string, corps?: object): RouteAttendue => ({
  ...element(acces, 'consultations', ({ consultationId }) => consultationId, suite),
  ...(corps && { corps: () => corps }),
});
const proposition = (suite: string, corps?: object): RouteAttendue => ({
  ...element('propositions.moderer', 'propositions', ({ propositionId }) => propositionId, suite),
  ...(corps && { corps: () => corps }),
});
const publique = (suite: (decor: DecorDroits) => string, corps?: object): RouteAttendue => ({
  acces: 'public',
  adresse: (decor) => `/public/contrats/${decor.contrat.contratId}/consultations${suite(decor)}`,
  ...(corps && { corps: () => corps }),
});
const deConsultation = (suite: string, corps?: object) =>
  publique(({ consultationId }) => `/${consultationId}${suite}`, corps);
const deProposition = (suite: string, corps?: object) =>
  publique(({ consultationId, propositionId }) => `/${consultationId}/propositions/${propositionId}${suite}`, corps);

const APPEL = { titre: 'Bancs', ouverture: '2026-12-01', cloture: '2027-01-31' };
const EXTERNE = { nom: 'Mieux vivre en ville', organisateur: 'Make.org', source: 'Communiqué', chiffres: {} };
const ECHEANCES = {
  ouverture: '2027-01-01T08:00:00Z',
  finPropositions: '2027-02-01T08:00:00Z',
  fin: '2027-03-01T08:00:00Z',
};
const LOT = {
  canal: 'papier',
  libelle: 'Marché',
  bulletins: 3,
  lignes: [{ propositionId: '0a4f1b52-5f0e-4c59-9b27-5d2c1f6f9a01', pour: 1, contre: 1, neutre: 1 }],
};

/** Routes of the consultations. */
export const ROUTES_CONSULTATIONS: RoutesAttendues = {
  'GET /contrats/:contratId/consultations': contrat('participation.lire', '/consultations'),
  'POST /contrats/:contratId/consultations': contrat('consultations.gerer', '/consultations', () => ({})),
  'GET /consultations/:id': consultation('participation.lire', ''),
  'PATCH /consultations/:id': consultation('consultations.gerer', ''),
  'POST /consultations/:id/transitions': consultation('consultations.gerer', '/transitions', {
    transition: 'restituer',
  }),
  'PUT /consultations/:id/dates': consultation('consultations.gerer', '/dates', { ...ECHEANCES, motif: 'Fêtes.' }),
  'POST /consultations/:id/amorces': consultation('consultations.gerer', '/amorces', { amorces: [] }),
  'POST /consultations/:id/codes': consultation('consultations.gerer', '/codes', { nombre: 1 }),
  'GET /consultations/:id/moderation': consultation('propositions.moderer', '/moderation'),
  'GET /consultations/:id/propositions': consultation('propositions.moderer', '/propositions'),
  'PUT /propositions/:id/verrou': proposition('/verrou'),
  'DELETE /propositions/:id/verrou': proposition('/verrou'),
  'POST /propositions/:id/decision': proposition('/decision', { decision: 'accepter' }),
  'PUT /propositions/:id/idee': proposition('/idee', { ideeId: null, doublon: false }),
  'GET /consultations/:id/sante': consultation('consultations.gerer', '/sante'),
  'GET /consultations/:id/suspicions': consultation('consultations.gerer', '/suspicions'),
  'PUT /consultations/:id/suspicions/:participantId': {
    ...element(
      'consultations.gerer',
      'consultations',
      ({ consultationId, participantId }) => `${consultationId}/suspicions/${participantId}`,
    ),
    corps: () => ({ suspect: true, motif: 'Essai.' }),
  },
  'GET /consultations/:id/lots-papier': consultation('propositions.moderer', '/lots-papier'),
  'POST /consultations/:id/lots-papier': consultation('propositions.moderer', '/lots-papier', LOT),
  'POST /lots-papier/:id/controle': {
    ...element('propositions.moderer', 'lots-papier', ({ lotPapierId }) => lotPapierId, '/controle'),
    corps: () => ({ bulletins: 12, lignes: LOT.lignes }),
  },
  'GET /consultations/:id/resultats': consultation('participation.lire', '/resultats'),
  'GET /consultations/:id/idees': consultation('participation.lire', '/idees'),
  'POST /consultations/:id/idees': consultation('consultations.gerer', '/idees', { titre: 'Ombre' }),
  'PUT /idees/:id': {
    ...element('consultations.gerer', 'idees', ({ ideeId }) => ideeId),
    corps: () => ({ titre: 'Bancs' }),
  },
  'DELETE /idees/:id': element('consultations.gerer', 'idees', ({ ideeId }) => ideeId),
  'GET /consultations/:id/appels': consultation('participation.lire', '/appels'),
  'POST /consultations/:id/appels': consultation('consultations.gerer', '/appels', APPEL),
  'PUT /appels/:id': { ...element('consultations.gerer', 'appels', ({ appelId }) => appelId), corps: () => APPEL },
  'POST /appels/:id/laureats': element('consultations.gerer', 'appels', ({ appelId }) => appelId, '/laureats'),
  'POST /appels/:id/candidatures': {
    ...element('consultations.gerer', 'appels', ({ appelId }) => appelId, '/candidatures'),
    corps: () => ({ porteur: 'Les amis', titre: 'Bancs', resume: 'Dix bancs.' }),
  },
  'PUT /candidatures/:id': {
    ...element('consultations.gerer', 'candidatures', ({ candidatureId }) => candidatureId),
    corps: () => ({ statut: 'recevable' }),
  },
  'POST /projets/:id/nouvelles': {
    ...element('consultations.gerer', 'projets', ({ projetId }) => projetId, '/nouvelles'),
    corps: () => ({ le: '2026-01-15', avancement: 'en-cours', texte: 'Les bancs sont commandés.' }),
  },
  'PUT /projets/:id/portee': {
    ...element('consultations.gerer', 'projets', ({ projetId }) => projetId, '/portee'),
    corps: () => ({ ficheId: '0a4f1b52-5f0e-4c59-9b27-5d2c1f6f9a01' }),
  },
  'GET /contrats/:contratId/consultations-externes': contrat('participation.lire', '/consultations-externes'),
  'POST /contrats/:contratId/consultations-externes': contrat(
    'consultations.gerer',
    '/consultations-externes',
    () => EXTERNE,
  ),
  'POST /contrats/:contratId/consultations-externes/lecture': contrat(
    'consultations.gerer',
    '/consultations-externes/lecture',
    () => ({}),
  ),
  'PUT /consultations-externes/:id': {
    ...element('consultations.gerer', 'consultations-externes', ({ consultationExterneId }) => consultationExterneId),
    corps: () => EXTERNE,
  },
  'DELETE /consultations-externes/:id': element(
    'consultations.gerer',
    'consultations-externes',
    ({ consultationExterneId }) => consultationExterneId,
  ),
  'GET /public/contrats/:contratId/consultations': publique(() => ''),
  'GET /public/contrats/:contratId/consultations/:id': deConsultation(''),
  'GET /public/contrats/:contratId/consultations/:id/propositions': deConsultation('/propositions'),
  'POST /public/contrats/:contratId/consultations/:id/propositions': deConsultation('/propositions', {
    texte: 'Il faut des bancs à l’ombre',
  }),
  'GET /public/contrats/:contratId/consultations/:id/propositions/:propositionId': deProposition(''),
  'POST /public/contrats/:contratId/consultations/:id/propositions/:propositionId/vote': deProposition('/vote', {
    valeur: 1,
  }),
  'POST /public/contrats/:contratId/consultations/:id/propositions/:propositionId/signalements': deProposition(
    '/signalements',
    { motif: 'injures' },
  ),
  'POST /public/contrats/:contratId/consultations/:id/propositions/:propositionId/retrait': deProposition(
    '/retrait',
    {},
  ),
  'POST /public/contrats/:contratId/consultations/:id/propositions/:propositionId/appel': deProposition('/appel', {
    texte: 'Relisez.',
  }),
  'POST /public/contrats/:contratId/consultations/:id/proches': deConsultation('/proches', { texte: 'des bancs' }),
  'POST /public/contrats/:contratId/consultations/:id/sequence': deConsultation('/sequence', {}),
  'PUT /public/contrats/:contratId/consultations/:id/profil': deConsultation('/profil', {
    trancheAge: null,
    genre: null,
    qpvCode: null,
    situation: null,
    premiereFois: null,
  }),
  'GET /public/contrats/:contratId/consultations/:id/mes-donnees': deConsultation('/mes-donnees'),
  'GET /public/contrats/:contratId/consultations/:id/resultats': deConsultation('/resultats'),
  'GET /public/contrats/:contratId/consultations/:id/donnees.zip': deConsultation('/donnees.zip'),
};
