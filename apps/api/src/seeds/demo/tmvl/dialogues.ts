import type { DialogueDemo } from '../modele/dialogue';
import { Q } from './territoires';

/** What is said about three fiches: remarks among everybody, a word of the team, questions of the State, its notes. */
export const DIALOGUES_TMVL: Readonly<Record<string, DialogueDemo>> = {
  'T1.1': {
    fils: [
      {
        champ: 'contexte',
        messages: [
          {
            auteur: 'helene',
            quand: '2026-11-12T09:15:00Z',
            texte:
              'Trois quartiers sur treize en 2024 : est-ce encore vrai cet automne ? @Samira Lahlou, le conseil citoyen du Sanitas s’est réuni en septembre.',
            mentions: ['samira'],
          },
          {
            auteur: 'samira',
            quand: '2026-11-12T16:40:00Z',
            texte:
              'Oui, et celui des Fontaines reprend en janvier. Je propose d’écrire « quatre quartiers » à la prochaine révision.',
          },
          {
            auteur: 'claire',
            quand: '2026-11-13T08:20:00Z',
            texte:
              'D’accord pour la révision. @Samira Lahlou, pouvez-vous me donner la date de la réunion de septembre ?',
            mentions: ['samira'],
          },
        ],
      },
      {
        champ: 'resultatsAttendus',
        element: { rang: 2, extrait: 'Des projets nés dans ces espaces voient le jour, et l’on sait dire lesquels.' },
        messages: [
          {
            auteur: 'julien',
            quand: '2026-11-10T13:30:00Z',
            texte:
              'À la Rabière, le jardin partagé est né d’une séance de mars. Compte-t-il, alors que la ville l’a financé seule ?',
          },
          {
            auteur: 'mathis',
            quand: '2026-11-10T15:05:00Z',
            texte: 'Oui : c’est l’origine qui compte, pas le financeur. Je l’ajoute aux exemples de la définition.',
          },
        ],
        resolu: { par: 'julien', le: '2026-11-10T15:30:00Z' },
      },
      {
        valeur: {
          indicateur: 3,
          annee: 2026,
          territoire: Q.sanitas,
          extrait: 'Habitants mobilisés, 2026, Sanitas',
        },
        messages: [
          {
            auteur: 'fatou',
            quand: '2026-11-17T17:45:00Z',
            texte: 'La séance du 19 septembre s’est tenue sur le mail : beaucoup sont passés sans s’asseoir.',
          },
          {
            auteur: 'samira',
            quand: '2026-11-18T08:10:00Z',
            texte: 'Nous avons compté celles et ceux qui ont écrit ou pris la parole, pas les passants.',
          },
        ],
      },
      {
        visibilite: 'etat',
        messages: [
          {
            auteur: 'claire',
            quand: '2026-11-16T09:00:00Z',
            texte:
              'Pour la Plénière du 10 décembre, nous pensons présenter cette fiche en premier. Qu’en dites-vous, @Hélène Marchadier ?',
            mentions: ['helene'],
          },
          {
            auteur: 'helene',
            quand: '2026-11-16T11:25:00Z',
            texte: 'Très bien, à condition d’y montrer les quartiers sans instance autant que les autres.',
          },
        ],
      },
      {
        visibilite: 'equipe',
        champ: 'moyensFinanciers',
        messages: [
          {
            auteur: 'mathis',
            quand: '2026-11-19T14:00:00Z',
            texte:
              '@Claire Vasseur, l’enveloppe 2027 n’est pas votée : laissons la ligne telle quelle jusqu’au budget.',
            mentions: ['claire'],
          },
        ],
      },
    ],
    precisions: [
      {
        champ: 'cadreAvecQuoi',
        question: 'Quelle voie chaque ville a-t-elle choisie, quartier par quartier ?',
        auteur: 'helene',
        quand: '2026-11-03T10:00:00Z',
        organisation: 'tours',
        echeance: '2026-11-18',
      },
      {
        champ: 'moyensHumains',
        question: 'Les heures des adultes-relais sont-elles comptées dans ces équivalents temps plein ?',
        auteur: 'idriss',
        quand: '2026-11-05T09:30:00Z',
        personne: 'julien',
        echeance: '2026-11-20',
        reponse: {
          par: 'julien',
          le: '2026-11-14T10:45:00Z',
          texte: 'Non : seuls les agents des villes y sont. Les adultes-relais relèvent de la fiche T 1.2.',
        },
      },
    ],
    notes: [
      {
        champ: 'contexte',
        texte:
          'Visite du 7 novembre au Sanitas : douze personnes, dont quatre venues pour la première fois. L’animatrice quitte son poste en mars, rien n’est prévu.',
        auteur: 'helene',
        quand: '2026-11-08T08:30:00Z',
      },
      {
        texte:
          'À revoir avec la sous-préfecture avant l’avis : le partage des rôles entre centre social et conseil citoyen.',
        auteur: 'idriss',
        quand: '2026-11-17T18:05:00Z',
      },
    ],
  },
  'E2.2': {
    fils: [
      {
        champ: 'publicCible',
        messages: [
          {
            auteur: 'sophie',
            quand: '2026-11-11T09:50:00Z',
            texte:
              'Les 18-25 ans de nos résidences travaillent en juillet : avez-vous pensé aux vacances de la Toussaint ?',
          },
          {
            auteur: 'thomas',
            quand: '2026-11-11T14:15:00Z',
            texte: 'Bonne idée. Deux séjours sur six pourraient s’y tenir, je vérifie avec les structures.',
          },
        ],
      },
    ],
    precisions: [
      {
        champ: 'publicCible',
        question: 'Combien de places sont réservées aux 18-25 ans dès l’été 2027 ?',
        auteur: 'helene',
        quand: '2026-11-17T09:10:00Z',
        personne: 'thomas',
        echeance: '2026-12-02',
      },
    ],
  },
  'T2.1': {
    fils: [
      {
        champ: 'cadreOu',
        messages: [
          {
            auteur: 'awa',
            quand: '2026-11-18T13:20:00Z',
            texte: 'Pour Saint-Pierre-des-Corps, commençons par la Rabaterie : le groupe de femmes y est prêt.',
          },
          {
            auteur: 'samira',
            quand: '2026-11-18T13:24:00Z',
            texte: 'Message envoyé trop vite.',
            supprimeLe: '2026-11-18T13:26:00Z',
          },
          {
            auteur: 'samira',
            quand: '2026-11-18T13:40:00Z',
            texte: 'Entendu. @Awa Diarra, qui l’encadre le soir ?',
            mentions: ['awa'],
          },
        ],
      },
    ],
  },
};
