import type { Permission } from '@pleniere/acces/domain';
import type { Personnage } from './creer-contrat';
import type { DecorDroits } from './decor-droits';
import { definition, saisie } from './poser';

/** Who may call a route, and a well-formed call of it on a contrat. */
export interface RouteAttendue {
  acces: Permission | 'connecte' | 'public';
  adresse: (decor: DecorDroits) => string;
  corps?: (decor: DecorDroits) => object;
  /** For a permission held where one's own organisation is concerned: whose organisation is. For what is one's own: whose it is. */
  plume?: Personnage[];
  /** True when the route names nothing of a contrat: another contrat makes no difference. */
  commune?: boolean;
  /** True when the answer is a thread of events, which does not end by itself. */
  flux?: boolean;
}

const REFERENT_A: Personnage[] = ['referentA'];
const SAISISSENT: Personnage[] = ['referentA', 'referentB', 'contributeur'];

const contrat = (acces: Permission, suite: string, corps?: RouteAttendue['corps']): RouteAttendue => ({
  acces,
  adresse: ({ contrat: { contratId } }) => `/contrats/${contratId}${suite}`,
  corps,
});
const element = (acces: Permission, racine: string, id: (decor: DecorDroits) => string, suite = ''): RouteAttendue => ({
  acces,
  adresse: (decor) => `/${racine}/${id(decor)}${suite}`,
  corps: () => ({}),
});
const tenue = (
  route: RouteAttendue,
  corps: RouteAttendue['corps'] = () => ({}),
  plume = REFERENT_A,
): RouteAttendue => ({
  ...route,
  corps,
  plume,
});
const commune = (acces: RouteAttendue['acces'], adresse: string, corps?: object): RouteAttendue => ({
  acces,
  adresse: () => adresse,
  corps: corps && (() => corps),
  commune: true,
});

const organisation = ({ contrat: { organisations } }: DecorDroits) => organisations.prefecture;
const personne = ({ personneId }: DecorDroits) => personneId;
const demande = ({ demandeId }: DecorDroits) => demandeId;
const mandat = ({ mandatId }: DecorDroits) => mandatId;
const courriel = ({ courrielId }: DecorDroits) => courrielId;
const enjeu = ({ contrat: { enjeuId } }: DecorDroits) => enjeuId;
const orientation = ({ contrat: { orientationId } }: DecorDroits) => orientationId;
const qpv = ({ qpvCode }: DecorDroits) => qpvCode;
const fiche = ({ ficheId }: DecorDroits) => ficheId;
const action = ({ actionId }: DecorDroits) => actionId;
const declinaison = ({ declinaisonId }: DecorDroits) => declinaisonId;
const indicateur = ({ indicateurId }: DecorDroits) => indicateurId;
const contestation = ({ contestationId }: DecorDroits) => contestationId;
const piece = ({ pieceId }: DecorDroits) => pieceId;
const importLot = ({ importLotId }: DecorDroits) => importLotId;
const instance = ({ instanceId }: DecorDroits) => instanceId;
const seance = ({ seanceId }: DecorDroits) => seanceId;
const decision = ({ decisionId }: DecorDroits) => decisionId;
const fichier = (suite: string) =>
  element('fiches.creer', 'imports-fiches', (decor) => `${decor.importLotId}/fichiers/${decor.importFicheId}${suite}`);
const importReferentiel = ({ importReferentielId }: DecorDroits) => importReferentielId;
const importValeurs = ({ importValeursId }: DecorDroits) => importValeursId;

const DELEGATION = { delegueId: 'b9b7e4a2-0a57-4d7a-9d0e-3c2a5b1f6c11', du: '2026-05-01', au: '2026-05-02' };
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

/** Every route of the API, with who may call it. A route that is not here fails the test of rights. */
export const ROUTES_ATTENDUES: Readonly<Record<string, RouteAttendue>> = {
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
  'GET /compte/sessions': commune('connecte', '/compte/sessions'),
  'DELETE /compte/sessions': commune('connecte', '/compte/sessions'),
  'DELETE /compte/sessions/:id': commune('connecte', '/compte/sessions/b9b7e4a2-0a57-4d7a-9d0e-3c2a5b1f6c11'),
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
  'GET /referentiels/qpv': commune('contrat.lire', '/referentiels/qpv'),

  'GET /contrats/:contratId/indicateurs': contrat('indicateurs.lire', '/indicateurs'),
  'POST /contrats/:contratId/indicateurs': tenue(contrat('indicateurs.gerer', '/indicateurs'), ({ ficheId }) =>
    definition(ficheId),
  ),
  'GET /contrats/:contratId/indicateurs/contexte': contrat('indicateurs.lire', '/indicateurs/contexte'),
  'GET /bibliotheque': commune('connecte', '/bibliotheque'),
  'PUT /contrats/:contratId/indicateurs/ordre': tenue(
    contrat('indicateurs.gerer', '/indicateurs/ordre'),
    ({ ficheId, indicateurId }) => ({ ficheId, ids: [indicateurId] }),
  ),
  'GET /indicateurs/:id': element('indicateurs.lire', 'indicateurs', indicateur),
  'PATCH /indicateurs/:id': tenue(element('indicateurs.gerer', 'indicateurs', indicateur)),
  'DELETE /indicateurs/:id': tenue(element('indicateurs.gerer', 'indicateurs', indicateur)),
  'POST /indicateurs/:id/ruptures': tenue(element('indicateurs.gerer', 'indicateurs', indicateur, '/ruptures'), () => ({
    depuis: 2027,
    motif: 'Comptage',
    definition: { unite: 'personnes' },
  })),
  'GET /indicateurs/:id/historique': element('indicateurs.lire', 'indicateurs', indicateur, '/historique'),
  'GET /contrats/:contratId/grille': contrat('indicateurs.lire', '/grille'),
  'GET /contrats/:contratId/valeurs': {
    acces: 'indicateurs.lire',
    adresse: ({ contrat: { contratId }, indicateurId }) =>
      `/contrats/${contratId}/valeurs?cellules=${indicateurId}/2025/QN03709M`,
  },
  'POST /contrats/:contratId/valeurs': tenue(
    contrat('valeurs.saisir', '/valeurs'),
    ({ indicateurId }) => ({ saisies: [saisie(indicateurId)] }),
    ['referentA', 'contributeur'],
  ),

  'GET /contrats/:contratId/valeurs/anomalies': contrat('valeurs.valider', '/valeurs/anomalies'),
  'POST /contrats/:contratId/valeurs/validation': contrat(
    'valeurs.valider',
    '/valeurs/validation',
    ({ indicateurId }) => ({ cellules: [{ ...saisie(indicateurId), version: 999 }], decision: 'valider' }),
  ),
  'GET /contrats/:contratId/contestations': contrat('indicateurs.lire', '/contestations'),
  'POST /contrats/:contratId/contestations': contrat('valeurs.contester', '/contestations', () => ({})),
  'POST /contestations/:id/decision': {
    ...element('valeurs.valider', 'contestations', contestation, '/decision'),
    corps: () => ({ decision: 'refuser', reponse: 'Le comptage est bon.', versionValeur: null }),
  },
  'DELETE /contestations/:id': element('valeurs.contester', 'contestations', contestation),
  'GET /contrats/:contratId/pieces': contrat('indicateurs.lire', '/pieces'),
  'POST /contrats/:contratId/pieces': tenue(contrat('valeurs.saisir', '/pieces'), undefined, SAISISSENT),
  'GET /pieces/:id': element('indicateurs.lire', 'pieces', piece),
  'DELETE /pieces/:id': tenue(element('valeurs.saisir', 'pieces', piece)),

  'GET /contrats/:contratId/imports-valeurs/modele.:format': tenue(
    contrat('valeurs.saisir', '/imports-valeurs/modele.csv'),
    undefined,
    SAISISSENT,
  ),
  'POST /contrats/:contratId/imports-valeurs': tenue(
    contrat('valeurs.saisir', '/imports-valeurs'),
    undefined,
    SAISISSENT,
  ),
  'GET /contrats/:contratId/imports-valeurs': tenue(
    contrat('valeurs.saisir', '/imports-valeurs'),
    undefined,
    SAISISSENT,
  ),
  'GET /imports-valeurs/:id': tenue(element('valeurs.saisir', 'imports-valeurs', importValeurs)),
  'PUT /imports-valeurs/:id/colonnes': tenue(element('valeurs.saisir', 'imports-valeurs', importValeurs, '/colonnes')),
  'POST /imports-valeurs/:id/application': tenue(
    element('valeurs.saisir', 'imports-valeurs', importValeurs, '/application'),
    () => ({ mode: 'tout', empreinte: 'x'.repeat(43) }),
  ),
  'POST /imports-valeurs/:id/annulation': tenue(
    element('valeurs.saisir', 'imports-valeurs', importValeurs, '/annulation'),
  ),
  'DELETE /imports-valeurs/:id': tenue(element('valeurs.saisir', 'imports-valeurs', importValeurs)),

  'GET /contrats/:contratId/campagnes': contrat('campagnes.lire', '/campagnes'),
  'POST /contrats/:contratId/campagnes': contrat('campagnes.gerer', '/campagnes', () => ({})),
  'GET /contrats/:contratId/campagnes/:annee': contrat('campagnes.lire', '/campagnes/2024'),
  'PATCH /contrats/:contratId/campagnes/:annee': contrat('campagnes.gerer', '/campagnes/2024', () => ({})),
  'POST /contrats/:contratId/campagnes/:annee/cloture': contrat('campagnes.gerer', '/campagnes/2024/cloture'),
  'POST /contrats/:contratId/campagnes/:annee/reouverture': contrat(
    'campagnes.gerer',
    '/campagnes/2024/reouverture',
    () => ({ motif: 'Une erreur' }),
  ),
  'POST /contrats/:contratId/campagnes/:annee/exceptions': contrat(
    'campagnes.gerer',
    '/campagnes/2024/exceptions',
    () => ({}),
  ),
  'DELETE /contrats/:contratId/campagnes/:annee/exceptions/:id': {
    acces: 'campagnes.gerer',
    adresse: ({ contrat: { contratId }, exceptionId }) =>
      `/contrats/${contratId}/campagnes/2024/exceptions/${exceptionId}`,
  },
  'GET /contrats/:contratId/campagnes/:annee/matrice': contrat('campagnes.lire', '/campagnes/2024/matrice'),
  'GET /contrats/:contratId/campagnes/:annee/a-faire': {
    acces: 'campagnes.lire',
    adresse: ({ contrat: { contratId }, ficheId }) => `/contrats/${contratId}/campagnes/2024/a-faire?fiche=${ficheId}`,
  },
  'GET /contrats/:contratId/campagnes/:annee/relances': contrat('campagnes.gerer', '/campagnes/2024/relances'),
  'POST /contrats/:contratId/campagnes/:annee/relances': contrat(
    'campagnes.gerer',
    '/campagnes/2024/relances',
    ({ contrat: { personnes } }) => ({ objet: 'Vos valeurs', texte: 'Bonjour.', destinataires: [personnes.referentA] }),
  ),

  'GET /contrats/:contratId/fiches': contrat('fiches.lire', '/fiches'),
  'POST /contrats/:contratId/fiches': contrat('fiches.creer', '/fiches', () => ({})),
  'GET /fiches/:ref': element('fiches.lire', 'fiches', fiche),
  'GET /fiches/:id/historique': element('journal.lire', 'fiches', fiche, '/historique'),
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
  'GET /fiches/:ref.pdf': element('restitution.exporter', 'fiches', fiche, '.pdf'),
  'GET /fiches/:ref.docx': element('restitution.exporter', 'fiches', fiche, '.docx'),
};
