import type { FicheDemo } from '../../modele';

/** T 1.3, in relecture: training to participation. */
export const ficheT13: FicheDemo = {
  code: 'T1.3',
  statut: 'relecture',
  auteur: 'samira',
  redigeeLe: '2026-10-08T13:20:00Z',
  passages: [{ quand: '2026-11-12T16:31:00Z', auteur: 'samira', de: 'brouillon', vers: 'relecture' }],
  redaction: {
    orientation: 'T1-b',
    titre: 'Apprendre ensemble à participer : une école de la participation, itinérante, pour habitants et agents',
    titreCourt: 'École de la participation',
    resumePublic:
      'Quatre soirées par an pour apprendre à prendre la parole, à animer une réunion et à comprendre qui décide de quoi.',
    pilotes: ['tours'],
    referents: [{ acteur: 'tours', fonction: 'Référente politique de la ville', personne: 'samira' }],
    resultatsAttendus: [
      'Cent personnes formées d’ici 2030, pour moitié habitantes et habitants, pour moitié agents.',
      'Chaque espace de dialogue peut compter sur deux animateurs formés.',
    ],
    interetHabitants: ['Oser parler devant trente personnes, et savoir à qui s’adresser ensuite.'],
    interetPartenaires: ['Changer de place le temps d’une soirée : l’agent écoute, l’habitant anime.'],
    cadreQuand: {
      texte: 'De 2027 à 2030, quatre soirées par an.',
      debut: '2027-01-15',
      fin: '2030-12-31',
      continu: false,
    },
    cadreOu: {
      texte: 'D’abord les quartiers de Tours, puis les autres villes qui le souhaitent.',
      portee: 'metropole',
    },
    publicCible: { texte: 'Adultes et jeunes à partir de 16 ans.', publics: ['jeunes-adultes', 'adultes'] },
    facteursFavorables: ['La première session commune d’avril 2026 affichait complet.'],
    facteursDefavorables: [
      'Des agents difficiles à libérer en soirée.',
      'La garde des enfants, toujours oubliée dans les budgets.',
    ],
    planAction: [
      ['etape', 'Écrire le programme avec dix personnes formées en 2026.'],
      ['action', 'Tenir deux soirées d’essai au printemps 2027.'],
    ],
    partenaires: ['passerelle', { categorie: 'centre-social' }, 'metropole'],
  },
  indicateurs: [
    {
      libelle: 'Personnes formées dans l’année',
      type: 'realisation',
      nature: 'nombre',
      unite: 'personnes',
      sens: 'hausse',
      maille: 'contrat',
      agregation: 'somme',
      resultats: [1],
      definition: 'Personnes présentes à au moins trois soirées sur quatre.',
      cibles: [{ annee: 2030, valeur: 25 }],
      valeurs: {
        contrat: [
          { absence: 'non-concerne' },
          { absence: 'non-concerne' },
          { valeur: 17, commentaire: 'Session préparatoire d’avril.' },
        ],
      },
    },
  ],
  actions: [
    {
      titre: 'Écrire le programme avec les premiers participants',
      pilote: 'Ville de Tours',
      echeance: '2027-01-31',
      statut: 'a-venir',
      niveauParticipation: 'co-construction',
    },
  ],
};
