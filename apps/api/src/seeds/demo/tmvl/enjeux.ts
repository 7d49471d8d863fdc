import type { EnjeuDemo } from '../modele';

/** The three transversal and four thematic enjeux of the contrat, with their commitments. */
export const ENJEUX_TMVL: readonly EnjeuDemo[] = [
  {
    type: 'transversal',
    numero: 1,
    intitule: 'Participation citoyenne',
    couleur: '#6d4c9f',
    orientations: {
      'T1-a':
        'Bâtir et conduire la politique de la ville avec celles et ceux qui vivent dans les quartiers, sous les formes qui conviennent à chacun d’eux.',
      'T1-b':
        'Donner à chacun, quels que soient son âge, sa langue ou ses horaires, une raison et un moyen de prendre part.',
    },
  },
  {
    type: 'transversal',
    numero: 2,
    intitule: 'Égalité femmes-hommes et lutte contre les discriminations',
    couleur: '#b0436e',
    orientations: {
      'T2-a': 'Faire de chaque lieu public un lieu où les femmes et les filles se sentent chez elles, à toute heure.',
      'T2-b':
        'Nommer les discriminations, aider celles et ceux qui les subissent et les faire reculer dans nos propres services.',
    },
  },
  {
    type: 'transversal',
    numero: 3,
    intitule: 'Transition écologique dans les quartiers',
    couleur: '#3d7a46',
    orientations: {
      'T3-a': 'Protéger d’abord les habitants les plus exposés à la chaleur, au bruit et au coût de l’énergie.',
    },
  },
  {
    type: 'thematique',
    numero: 1,
    intitule: 'Emploi et insertion',
    couleur: '#b3611a',
    orientations: {
      'E1-a':
        'Aller à la rencontre des personnes que l’emploi a oubliées et les accompagner sans rupture jusqu’au contrat.',
      'E1-b': 'Faire profiter les habitants des emplois que créent les chantiers et les entreprises de la métropole.',
    },
  },
  {
    type: 'thematique',
    numero: 2,
    intitule: 'Éducation et jeunesse',
    couleur: '#2b6cb0',
    orientations: {
      'E2-a': 'Accompagner chaque enfant, avec ses parents, de la crèche au premier emploi.',
    },
  },
  {
    type: 'thematique',
    numero: 3,
    intitule: 'Santé et accès aux droits',
    couleur: '#15747d',
    orientations: {
      'E3-a': 'Rapprocher les soins et les droits de celles et ceux qui y renoncent.',
    },
  },
  {
    type: 'thematique',
    numero: 4,
    intitule: 'Cadre de vie et habitat',
    couleur: '#7a6a2f',
    orientations: {
      'E4-a':
        'Offrir dans chaque quartier un cadre de vie entretenu, tranquille et digne, à la hauteur du reste de la métropole.',
      'E4-b': 'Réussir le renouvellement urbain avec les habitants, avant, pendant et après les travaux.',
    },
  },
];
