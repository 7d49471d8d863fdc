import type { FicheDemo, RedactionFiche } from '../../modele';

const REDACTION: RedactionFiche = {
  orientation: 'T1-b',
  titre: 'Décider des travaux et de l’entretien des quartiers avec celles et ceux qui y vivent',
  titreCourt: 'Travaux et entretien',
  resumePublic:
    'Avant un chantier, on se réunit sur place ; après, on revient voir ensemble ce qui tient et ce qui casse.',
  pilotes: ['tours'],
  referents: [{ acteur: 'tours', fonction: 'Référente politique de la ville', personne: 'samira' }],
  resultatsAttendus: [
    'Aucun chantier de plus de trois mois sans réunion sur place avant, pendant et après.',
    'Une demande d’entretien reçoit une réponse en dix jours.',
  ],
  interetHabitants: ['Savoir ce qui va changer en bas de chez soi, et pouvoir le discuter.'],
  interetPartenaires: ['Moins de reprises, moins de dégradations.'],
  cadreQuand: { texte: 'De 2024 à 2030.', debut: '2024-09-01', fin: '2030-12-31', continu: true },
  cadreOu: { texte: 'Les quartiers en travaux d’abord.', portee: 'metropole' },
  publicCible: { texte: 'Les habitants et les commerçants des rues concernées.', publics: ['tous-habitants'] },
  facteursFavorables: ['Des chargés de chantier présents chaque semaine.'],
  facteursDefavorables: ['Des plannings qui glissent sans que personne ne prévienne.'],
  planAction: [
    ['action', 'Tenir une réunion sur place à chaque étape d’un chantier.'],
    ['action', 'Faire trois fois par an le tour du quartier, une feuille à la main.'],
  ],
  partenaires: ['loireHabitat', 'passerelle', 'metropole'],
};

/** T 1.4, archived: it was split into T 1.5 and T 1.6. */
export const ficheT14: FicheDemo = {
  code: 'T1.4',
  statut: 'archive',
  auteur: 'samira',
  redigeeLe: '2024-09-10T08:40:00Z',
  redaction: REDACTION,
  passages: [
    { quand: '2024-09-20T09:00:00Z', auteur: 'samira', de: 'brouillon', vers: 'relecture' },
    { quand: '2024-10-03T14:10:00Z', auteur: 'claire', de: 'relecture', vers: 'en-vigueur' },
    {
      quand: '2026-11-05T10:15:00Z',
      auteur: 'claire',
      de: 'en-vigueur',
      vers: 'archive',
      motif: 'Les chantiers et l’entretien n’ont ni les mêmes délais ni les mêmes interlocuteurs.',
    },
  ],
};

const suite = (code: string, titre: string, titreCourt: string): FicheDemo => ({
  code,
  statut: 'brouillon',
  auteur: 'claire',
  redigeeLe: '2026-11-05T10:15:00Z',
  redaction: { ...REDACTION, titre, titreCourt },
});

/** T 1.5 and T 1.6, drafts that come from T 1.4 with its text. */
export const SUITES_T14: readonly FicheDemo[] = [
  suite('T1.5', 'Préparer, suivre et recevoir les chantiers avec les habitants', 'Chantiers'),
  suite('T1.6', 'Tenir le quartier propre, éclairé et réparé, en répondant à chaque demande', 'Entretien du quartier'),
];
