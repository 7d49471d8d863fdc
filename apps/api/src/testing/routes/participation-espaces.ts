import type { DecorDroits } from '../decor-droits';
import { contrat, element, REFERENT_A, type RouteAttendue, type RoutesAttendues, tenue } from './route';

const espace = ({ espaceId }: DecorDroits) => espaceId;
const seance = ({ seanceDialogueId }: DecorDroits) => seanceDialogueId;

const NOUVELLE = '0a4f1b52-5f0e-4c59-9b27-5d2c1f6f9a01';
const animee = (suite: string, corps?: RouteAttendue['corps']): RouteAttendue =>
  tenue(element('espaces.animer', 'seances-dialogue', seance, suite), corps);

const emargement: RouteAttendue = {
  acces: 'public',
  adresse: ({ contrat: { contratId }, codeEmargement }) =>
    `/public/contrats/${contratId}/emargements/${codeEmargement}`,
};

/** Routes of the espaces de dialogue, of their séances and of who came. */
export const ROUTES_ESPACES: RoutesAttendues = {
  'GET /contrats/:contratId/espaces': contrat('participation.lire', '/espaces'),
  'POST /contrats/:contratId/espaces': {
    ...contrat('espaces.animer', '/espaces', ({ contrat: { organisations } }) => ({
      nom: 'Table de quartier',
      forme: 'table-de-quartier',
      organisationId: organisations.villeA,
      depuis: '2026-01-01',
    })),
    plume: REFERENT_A,
  },
  'GET /espaces/:id': element('participation.lire', 'espaces', espace),
  'PATCH /espaces/:id': tenue(element('espaces.animer', 'espaces', espace)),
  'DELETE /espaces/:id': tenue(element('espaces.animer', 'espaces', espace)),
  'POST /espaces/:id/seances': tenue(element('espaces.animer', 'espaces', espace, '/seances'), () => ({
    date: '2026-12-01',
  })),
  'GET /contrats/:contratId/seances-dialogue': contrat('participation.lire', '/seances-dialogue'),
  'GET /seances-dialogue/:id': element('participation.lire', 'seances-dialogue', seance),
  'PATCH /seances-dialogue/:id': animee(''),
  'DELETE /seances-dialogue/:id': animee(''),
  'POST /seances-dialogue/:id/transitions': animee('/transitions', () => ({ transition: 'annoncer' })),
  'PUT /seances-dialogue/:id/presences/:cle': animee(`/presences/${NOUVELLE}`),
  'DELETE /seances-dialogue/:id/presences/:cle': animee(`/presences/${NOUVELLE}`),
  'PUT /seances-dialogue/:id/comptages/:role': animee('/comptages/habitant', () => ({ n: 12, version: 0 })),
  'PUT /seances-dialogue/:id/ressenti': animee('/ressenti', () => ({ notes: [0, 1, 2, 3, 4], version: 0 })),
  'PUT /seances-dialogue/:id/notes/:cle': animee(`/notes/${NOUVELLE}`, () => ({
    texte: 'Le bus ne passe plus.',
    priseLe: '2026-11-20T18:30:00Z',
  })),
  'DELETE /seances-dialogue/:id/notes/:cle': animee(`/notes/${NOUVELLE}`),
  'GET /public/contrats/:contratId/emargements/:code': emargement,
  'PUT /public/contrats/:contratId/emargements/:code': { ...emargement, corps: () => ({ appareil: NOUVELLE }) },
};
