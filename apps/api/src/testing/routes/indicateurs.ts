import type { DecorDroits } from '../decor-droits';
import { definition, saisie } from '../poser';
import { SAISISSENT, contrat, element, tenue, commune, type RoutesAttendues } from './route';

const indicateur = ({ indicateurId }: DecorDroits) => indicateurId;
const contestation = ({ contestationId }: DecorDroits) => contestationId;
const piece = ({ pieceId }: DecorDroits) => pieceId;
const importValeurs = ({ importValeursId }: DecorDroits) => importValeursId;

/** Routes of indicators, values and campagnes. */
export const ROUTES_INDICATEURS: RoutesAttendues = {
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
  'GET /contrats/:contratId/exports-valeurs': contrat('restitution.exporter', '/exports-valeurs'),
  'GET /contrats/:contratId/exports-valeurs/fichier': contrat(
    'restitution.exporter',
    '/exports-valeurs/fichier?format=csv',
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
};
