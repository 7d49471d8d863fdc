import type { CircuitDemo } from '../../modele/circuits';
import { COMMUNES, Q } from '../territoires';

/** What happens to some fiches besides being in force: revisions being written, avis of the State, a split. */
export const CIRCUITS_TMVL: Readonly<Record<string, CircuitDemo>> = {
  'T1.4': { issue: 'scindee', suites: ['T1.5', 'T1.6'] },
  'T2.1': {
    revision: {
      statut: 'brouillon',
      cause: {
        sorte: 'decision',
        texte:
          'Comité de pilotage du 14 octobre 2026 : étendre les marches exploratoires à La Riche et à Saint-Pierre-des-Corps.',
      },
      auteur: 'samira',
      ouverteLe: '2026-11-04T09:05:00Z',
      soumiseLe: '2026-11-12T15:30:00Z',
      correction: {
        motif: 'Préciser qui encadre les marches à La Riche, et à partir de quand.',
        par: 'claire',
        le: '2026-11-17T08:50:00Z',
      },
      redaction: {
        cadreOu: {
          texte: 'Sept quartiers de quatre villes, deux de plus que la première année.',
          portee: 'selection',
          qpv: [Q.sanitas, Q.fontaines, Q.europe, Q.rabiere, Q.morier],
          communes: [COMMUNES.laRiche, COMMUNES.saintPierre],
        },
        resultatsAttendus: [
          'Les équipements sportifs de plein air accueillent autant de filles que de garçons en 2030.',
          'Les lieux évités le soir sont connus, et traités un par un.',
          'Les femmes prennent part aux projets d’aménagement dès le plan.',
          'Douze habitantes animent elles-mêmes les marches.',
        ],
      },
    },
  },
  'E2.2': {
    revision: {
      statut: 'avis',
      cause: { sorte: 'avenant', texte: 'Avenant n° 1, article 4 : ouvrir les séjours aux 18-25 ans.' },
      auteur: 'thomas',
      ouverteLe: '2026-10-20T13:10:00Z',
      soumiseLe: '2026-11-02T10:00:00Z',
      transmiseLe: '2026-11-09T16:20:00Z',
      avisEcheance: '2026-12-09',
      redaction: {
        publicCible: {
          texte: 'Jeunes de 12 à 25 ans, dont un tiers de 18-25 ans, avec une attention aux filles de plus de 15 ans.',
          publics: ['adolescents', 'jeunes-adultes'],
        },
        facteursDefavorables: [
          'Des crédits notifiés en juin pour juillet.',
          'Les filles cessent de venir vers 15 ans.',
          'Les 18-25 ans travaillent l’été.',
        ],
      },
    },
  },
  'E3.2': {
    revision: {
      statut: 'avis',
      cause: { sorte: 'decision', texte: 'Assemblée plénière du 18 juin 2026 : une permanence par ville en 2027.' },
      auteur: 'thomas',
      ouverteLe: '2026-09-14T08:30:00Z',
      soumiseLe: '2026-10-05T09:45:00Z',
      transmiseLe: '2026-10-12T14:00:00Z',
      avisEcheance: '2026-11-11',
      redaction: {
        cadreOu: {
          texte: 'La Riche, Saint-Pierre-des-Corps, Tours, puis Joué-lès-Tours en 2027.',
          portee: 'selection',
          qpv: [],
          communes: [COMMUNES.laRiche, COMMUNES.saintPierre, COMMUNES.tours, COMMUNES.joue],
        },
        planAction: [
          ['action', 'Ouvrir une permanence commune CAF – CPAM dans chacune des quatre villes.'],
          ['action', 'Proposer des ateliers de trois séances, pas plus.'],
          ['etape', 'Bilan des permanences à l’été 2027.'],
        ],
      },
    },
    avis: [
      {
        revision: 2,
        auteur: 'idriss',
        quand: '2026-11-16T15:40:00Z',
        sens: 'a-completer',
        texte:
          'Une permanence par ville répond à une demande constante des habitants. Trois points sont à préciser avant l’entrée en vigueur.',
        points: [
          {
            champ: 'moyensHumains',
            texte:
              'Le financement des conseillers numériques s’arrête en décembre : qui prend le relais à Saint-Pierre-des-Corps ?',
          },
          { champ: 'planAction', texte: 'Indiquer la date d’ouverture de la permanence de Joué-lès-Tours.' },
          {
            champ: 'cadreOu',
            texte: 'Joué-lès-Tours n’était pas nommée alors que le titre parle de toutes les villes.',
            reponse: 'La ville est ajoutée au champ « Où ? ».',
            par: 'claire',
            le: '2026-11-18T09:20:00Z',
          },
        ],
      },
    ],
  },
  'E1.1': {
    avis: [
      {
        revision: 1,
        auteur: 'helene',
        quand: '2024-07-04T10:30:00Z',
        sens: 'favorable-avec-reserves',
        texte: 'Projet conforme aux priorités du préfet. Une réserve sur la place des jeunes femmes.',
        points: [
          {
            champ: 'publicCible',
            texte: 'Dire comment les jeunes femmes sans diplôme sont rejointes.',
            reponse: 'Le public cible nomme désormais les femmes, avec un objectif chaque année.',
            par: 'claire',
            le: '2024-07-09T14:05:00Z',
          },
        ],
      },
    ],
  },
};
