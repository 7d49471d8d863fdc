import type { DecorDroits } from '../decor-droits';
import { contrat, element, tenue, commune, type RoutesAttendues } from './route';

const fiche = ({ ficheId }: DecorDroits) => ficheId;
const action = ({ actionId }: DecorDroits) => actionId;
const declinaison = ({ declinaisonId }: DecorDroits) => declinaisonId;
const importLot = ({ importLotId }: DecorDroits) => importLotId;
const fichier = (suite: string) =>
  element('fiches.creer', 'imports-fiches', (decor) => `${decor.importLotId}/fichiers/${decor.importFicheId}${suite}`);
const ACTION = {
  titre: 'Café des habitants',
  description: '',
  pilote: '',
  echeance: null,
  statut: 'en-cours',
  niveauParticipation: 'consultation',
  etapes: [],
  refDauphin: '',
};

const DECLINAISON = {
  qpvCode: null,
  referentId: null,
  statutExecution: 'en-cours',
  meteo: null,
  meteoExplication: '',
  modaliteRetenue: '',
  recits: [],
};

/** Routes of fiches, their imports, what is public, documents. */
export const ROUTES_FICHES: RoutesAttendues = {
  'GET /contrats/:contratId/fiches': contrat('fiches.lire', '/fiches'),
  'GET /contrats/:contratId/fiches/facettes': contrat('fiches.lire', '/fiches/facettes'),
  'GET /recherche': commune('fiches.lire', '/recherche?q=habitants'),
  'POST /contrats/:contratId/fiches': contrat('fiches.creer', '/fiches', () => ({})),
  'GET /fiches/:ref': element('fiches.lire', 'fiches', fiche),
  'GET /fiches/:id/historique': element('journal.lire', 'fiches', fiche, '/historique'),
  'GET /contrats/:contratId/historique': contrat('journal.lire', '/historique'),
  'GET /fiches/:id/texte': element('journal.lire', 'fiches', fiche, '/texte?quand=2099-01-01'),
  'POST /fiches/:id/champs/:champ/retablissement': tenue(
    element('fiches.ecrire', 'fiches', fiche, '/champs/titre/retablissement'),
    () => ({ entree: '1', cote: 'avant', motif: '' }),
  ),
  'POST /fiches/:id/revisions/:numero/retablissement': tenue(
    element('fiches.ecrire', 'fiches', fiche, '/revisions/1/retablissement'),
    () => ({ motif: '' }),
  ),
  'PUT /fiches/:id/champs/:champ': tenue(element('fiches.ecrire', 'fiches', fiche, '/champs/titre'), () => ({
    valeur: 'Participation des habitants',
  })),
  'POST /fiches/:id/transitions': tenue(element('fiches.ecrire', 'fiches', fiche, '/transitions'), () => ({
    transition: 'soumettre',
    motif: '',
  })),
  'GET /fiches/:id/revisions/:numero': element('fiches.lire', 'fiches', fiche, '/revisions/1'),
  'GET /fiches/:id/avis/brouillon': element('avis.rendre', 'fiches', fiche, '/avis/brouillon'),
  'PUT /fiches/:id/avis/brouillon': {
    ...element('avis.rendre', 'fiches', fiche, '/avis/brouillon'),
    corps: () => ({ sens: null, texte: '', points: [] }),
  },
  'POST /fiches/:id/avis': element('avis.rendre', 'fiches', fiche, '/avis'),
  'PATCH /avis/:id/points/:pointId': {
    acces: 'avis.lever',
    adresse: ({ avisId, pointAvisId }) => `/avis/${avisId}/points/${pointAvisId}`,
    corps: () => ({ statut: 'leve', reponse: 'Fait.' }),
  },
  'GET /fiches/:id/presence': element('dialogue.participer', 'fiches', fiche, '/presence'),
  'PUT /fiches/:id/presence': {
    ...element('dialogue.participer', 'fiches', fiche, '/presence'),
    corps: () => ({ onglet: '00000000-0000-4000-8000-000000000001', champ: null }),
  },
  'DELETE /fiches/:id/presence/:onglet': element(
    'dialogue.participer',
    'fiches',
    fiche,
    '/presence/00000000-0000-4000-8000-000000000001',
  ),
  'POST /fiches/:id/actions': tenue(element('fiches.ecrire', 'fiches', fiche, '/actions'), () => ACTION),
  'PATCH /actions/:id': tenue(element('fiches.ecrire', 'actions', action)),
  'DELETE /actions/:id': tenue(element('fiches.ecrire', 'actions', action)),
  'POST /fiches/:id/declinaisons': tenue(
    element('declinaisons.ecrire', 'fiches', fiche, '/declinaisons'),
    ({ contrat: { organisations } }) => ({ ...DECLINAISON, organisationId: organisations.villeA }),
  ),
  'PATCH /declinaisons/:id': tenue(element('declinaisons.ecrire', 'declinaisons', declinaison)),
  'DELETE /declinaisons/:id': tenue(element('declinaisons.ecrire', 'declinaisons', declinaison)),
  'POST /contrats/:contratId/imports-fiches': contrat('fiches.creer', '/imports-fiches', () => ({})),
  'GET /contrats/:contratId/imports-fiches': contrat('fiches.creer', '/imports-fiches'),
  'GET /imports-fiches/:id': element('fiches.creer', 'imports-fiches', importLot),
  'GET /imports-fiches/:id/fichiers/:fichierId': fichier(''),
  'PUT /imports-fiches/:id/fichiers/:fichierId/placement': {
    ...fichier('/placement'),
    corps: () => ({ passages: [] }),
  },
  'PUT /imports-fiches/:id/fichiers/:fichierId/choix': {
    ...fichier('/choix'),
    corps: () => ({ confirmations: [], indicateurs: [] }),
  },
  'POST /imports-fiches/:id/fichiers/:fichierId/decision': {
    ...fichier('/decision'),
    corps: () => ({ decision: 'ignorer' }),
  },
  'POST /imports-fiches/:id/annulation': element('fiches.creer', 'imports-fiches', importLot, '/annulation'),
  'GET /contrats/:contratId/tableau-de-bord': contrat('fiches.lire', '/tableau-de-bord'),
  'GET /contrats/:contratId/reprise': contrat('fiches.lire', '/reprise'),
  'GET /contrats/:contratId/indicateurs-principaux': contrat('fiches.lire', '/indicateurs-principaux'),
  'GET /contrats/:contratId/quartiers': contrat('fiches.lire', '/quartiers'),
  'GET /contrats/:contratId/quartiers/:code': contrat('fiches.lire', '/quartiers/QN03704M'),
  'GET /public/contrats': commune('public', '/public/contrats'),
  'GET /public/contrats/:id/fiches': {
    acces: 'public',
    adresse: (d) => `/public/contrats/${d.contrat.contratId}/fiches`,
  },
  'GET /public/contrats/:id/fiches/:code': {
    acces: 'public',
    adresse: (d) => `/public/contrats/${d.contrat.contratId}/fiches/T1.1`,
  },
  'GET /fiches/:ref.pdf': element('restitution.exporter', 'fiches', fiche, '.pdf'),
  'GET /fiches/:id/difference.pdf': element('restitution.exporter', 'fiches', fiche, '/difference.pdf?de=1&vers=1'),
  'GET /fiches/:ref.docx': element('restitution.exporter', 'fiches', fiche, '.docx'),
};
