import type { DecorDroits } from '../decor-droits';
import { element, type RoutesAttendues } from './route';

const fiche = ({ ficheId }: DecorDroits) => ficheId;
const fil = ({ filId }: DecorDroits) => filId;
const message = ({ messageId }: DecorDroits) => messageId;
const precision = ({ precisionId }: DecorDroits) => precisionId;
const note = ({ noteId }: DecorDroits) => noteId;

const MESSAGE = { texte: 'Où\u202F?', mentions: [] };
const NOTE = { texte: 'À revoir.' };

/** Routes of what is said about the fiches. */
export const ROUTES_DIALOGUE: RoutesAttendues = {
  'GET /fiches/:id/dialogue': element('dialogue.participer', 'fiches', fiche, '/dialogue'),
  'POST /fiches/:id/fils': {
    ...element('dialogue.participer', 'fiches', fiche, '/fils'),
    corps: () => ({ ...MESSAGE, visibilite: 'tous' }),
  },
  'PATCH /fils/:id': { ...element('dialogue.participer', 'fils', fil), corps: () => ({ statut: 'resolu' }) },
  'POST /fils/:id/messages': { ...element('dialogue.participer', 'fils', fil, '/messages'), corps: () => MESSAGE },
  'POST /fils/:id/vu': element('dialogue.participer', 'fils', fil, '/vu'),
  'PATCH /messages/:id': { ...element('dialogue.participer', 'messages', message), corps: () => MESSAGE },
  'DELETE /messages/:id': element('dialogue.participer', 'messages', message),
  'POST /fiches/:id/precisions': {
    ...element('precisions.demander', 'fiches', fiche, '/precisions'),
    corps: ({ contrat: { organisations } }) => ({
      question: 'Combien\u202F?',
      destinataire: { organisationId: organisations.villeA },
      echeance: '2999-01-01',
    }),
  },
  'PUT /precisions/:id/reponse': {
    ...element('dialogue.participer', 'precisions', precision, '/reponse'),
    corps: () => ({ reponse: 'Douze.' }),
  },
  'POST /precisions/:id/cloture': element('precisions.demander', 'precisions', precision, '/cloture'),
  'GET /fiches/:id/notes': element('notes.tenir', 'fiches', fiche, '/notes'),
  'POST /fiches/:id/notes': { ...element('notes.tenir', 'fiches', fiche, '/notes'), corps: () => NOTE },
  'PATCH /notes/:id': { ...element('notes.tenir', 'notes', note), corps: () => NOTE },
  'DELETE /notes/:id': element('notes.tenir', 'notes', note),
};
