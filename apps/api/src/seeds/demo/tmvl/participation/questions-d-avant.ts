import type { QuestionDemo } from '../../modele/questions';
import { Q } from '../territoires';

const moderee = (par: string, quand: string): QuestionDemo['moderee'] => ({ par, quand });

/** Questions asked in 2024 and 2025 that have their answer. */
export const QUESTIONS_D_AVANT: readonly QuestionDemo[] = [
  {
    quand: '2024-09-18T16:40:00Z',
    texte: 'Les lampadaires de l’allée Ronsard sont éteints depuis la rentrée. Quand seront-ils réparés ?',
    canal: 'mediateur',
    etat: 'reponse-publiee',
    qpv: Q.sanitas,
    fiche: 'T2.1',
    moderee: moderee('claire', '2024-09-19T08:10:00Z'),
    service: 'tours',
    attribuee: '2024-09-19T08:20:00Z',
    echeance: '2024-10-18',
    auteur: 'samira',
    reponses: [
      {
        quand: '2024-10-09T14:00:00Z',
        texte:
          'Le câble qui alimente l’allée a été sectionné pendant des travaux. Il a été remplacé le 4 octobre : les onze lampadaires fonctionnent de nouveau. Si l’un d’eux s’éteint, appelez Allô Mairie avec le numéro gravé sur le mât.',
        fonction: 'Responsable de l’éclairage public',
        fiche: 'T2.1',
      },
    ],
    retours: [14, 2],
    previent: true,
  },
  {
    quand: '2024-10-02T10:05:00Z',
    texte: 'Pourquoi la crèche du quartier n’a-t-elle aucune place avant septembre prochain ?',
    canal: 'en-ligne',
    etat: 'reponse-publiee',
    qpv: Q.europe,
    fiche: 'E2.1',
    moderee: moderee('claire', '2024-10-03T09:00:00Z'),
    service: 'tours',
    attribuee: '2024-10-03T09:05:00Z',
    echeance: '2024-11-01',
    auteur: 'samira',
    reponses: [
      {
        quand: '2024-10-28T09:30:00Z',
        texte:
          'Les trente places sont prises jusqu’en juillet. La commission d’attribution se réunit en mars pour septembre : le dossier se dépose avant le 31 janvier. Pour une garde de quelques heures, le relais petite enfance propose une place le jour même.',
        fonction: 'Directrice de la petite enfance',
      },
      {
        quand: '2025-02-10T09:30:00Z',
        texte:
          'Les trente places sont prises jusqu’en juillet. La commission d’attribution se réunit en mars pour septembre : le dossier se dépose désormais avant le 15 février. Depuis janvier, six places de plus accueillent les enfants dont un parent est en formation ou en entretien d’embauche.',
        fonction: 'Directrice de la petite enfance',
      },
    ],
    retours: [9, 6],
  },
  {
    quand: '2024-11-14T18:20:00Z',
    texte: 'Le 3 ne passe plus après 20 h 30 à la Rabière. Comment rentrer quand on finit le travail à 21 heures ?',
    canal: 'mediateur',
    etat: 'reponse-publiee',
    qpv: Q.rabiere,
    fiche: 'E1.1',
    moderee: moderee('mathis', '2025-02-05T08:30:00Z'),
    service: 'metropole',
    attribuee: '2025-02-05T08:40:00Z',
    echeance: '2025-02-12',
    auteur: 'claire',
    reponses: [
      {
        quand: '2025-02-26T15:00:00Z',
        texte:
          'Depuis le 17 février, deux départs ont été ajoutés : 21 h 10 et 21 h 45, du lundi au samedi. Cette réponse est venue trop tard, et nous nous en excusons.',
        fonction: 'Vice-présidente aux mobilités',
        fiche: 'E1.1',
      },
    ],
    retours: [21, 3],
    previent: true,
  },
  {
    quand: '2025-01-22T09:12:00Z',
    texte: 'Qui décide de l’argent du fonds de participation, et comment un groupe d’habitants peut-il le demander ?',
    canal: 'en-ligne',
    etat: 'reponse-publiee',
    qpv: Q.fontaines,
    fiche: 'T1.2',
    moderee: moderee('claire', '2025-01-22T15:00:00Z'),
    service: 'metropole',
    attribuee: '2025-01-22T15:02:00Z',
    echeance: '2025-02-21',
    auteur: 'claire',
    reponses: [
      {
        quand: '2025-02-04T11:00:00Z',
        texte:
          'Un jury de douze personnes, dont huit habitants tirés au sort, se réunit chaque mois dans chaque ville. La demande tient sur une page, à l’écrit ou à l’oral : le centre social vous aide à la présenter. La réponse est donnée le soir même.',
        fonction: 'Cheffe de projet du contrat de ville',
        fiche: 'T1.2',
      },
    ],
    retours: [17, 1],
  },
  {
    quand: '2025-03-05T17:45:00Z',
    texte: 'La balançoire du parc a été enlevée cet hiver. Sera-t-elle remplacée avant l’été ?',
    canal: 'mediateur',
    etat: 'reponse-publiee',
    qpv: Q.rabaterie,
    moderee: moderee('awa', '2025-03-06T08:00:00Z'),
    service: 'saintPierre',
    attribuee: '2025-03-06T08:05:00Z',
    echeance: '2025-04-04',
    auteur: 'claire',
    reponses: [
      {
        quand: '2025-03-27T10:00:00Z',
        texte:
          'Oui. Les enfants de l’école Viala ont choisi le nouveau jeu parmi trois : un nid suspendu, où l’on monte à plusieurs. Il sera posé la dernière semaine de mai.',
        fonction: 'Adjoint aux espaces publics',
      },
    ],
    retours: [8, 0],
  },
  {
    quand: '2025-04-10T08:50:00Z',
    texte: 'Nous avons 34 degrés dans les chambres l’été. Le bailleur prévoit-il des volets ?',
    canal: 'en-ligne',
    etat: 'reponse-publiee',
    qpv: Q.rivesDuCher,
    fiche: 'T3.1',
    moderee: moderee('claire', '2025-04-11T09:20:00Z'),
    service: 'toitTourangeau',
    attribuee: '2025-04-11T09:30:00Z',
    echeance: '2025-05-10',
    auteur: 'claire',
    reponses: [
      {
        quand: '2025-05-07T08:00:00Z',
        texte:
          'Des volets coulissants seront posés sur les façades ouest des quatre tours, entre mars et juin 2026. D’ici là, un ventilateur est prêté à chaque locataire de plus de 70 ans qui le demande à l’agence.',
        fonction: 'Directrice du patrimoine',
        fiche: 'T3.1',
      },
      {
        quand: '2026-04-14T08:00:00Z',
        texte:
          'Les volets coulissants sont posés sur deux tours ; les deux autres le seront avant le 15 juin 2026. Un ventilateur est prêté à chaque locataire de plus de 70 ans qui le demande à l’agence.',
        fonction: 'Directrice du patrimoine',
        fiche: 'T3.1',
      },
    ],
    retours: [11, 9],
    previent: true,
  },
  {
    quand: '2025-06-03T14:30:00Z',
    texte: 'Peut-on voter à l’assemblée du quartier quand on n’a pas la nationalité française ?',
    canal: 'mediateur',
    etat: 'reponse-publiee',
    qpv: Q.maryseBastie,
    fiche: 'T1.1',
    moderee: moderee('samira', '2025-06-03T16:00:00Z'),
    service: 'metropole',
    attribuee: '2025-06-04T08:00:00Z',
    echeance: '2025-07-03',
    auteur: 'claire',
    reponses: [
      {
        quand: '2025-06-12T09:00:00Z',
        texte:
          'Oui. Ces votes sont ouverts à toute personne qui habite le quartier, dès 12 ans, quelle que soit sa nationalité. Aucun papier n’est demandé.',
        fonction: 'Cheffe de projet du contrat de ville',
        fiche: 'T1.1',
      },
    ],
    retours: [26, 0],
  },
  {
    quand: '2025-09-16T12:10:00Z',
    texte: 'Pourquoi les terrains de foot sont-ils toujours pris par les mêmes ? Nos filles n’osent pas y aller.',
    canal: 'en-ligne',
    etat: 'reponse-publiee',
    qpv: Q.sanitas,
    fiche: 'T2.1',
    moderee: moderee('claire', '2025-09-17T08:00:00Z'),
    service: 'tours',
    attribuee: '2025-09-17T08:10:00Z',
    echeance: '2025-10-16',
    auteur: 'samira',
    reponses: [
      {
        quand: '2025-10-14T16:00:00Z',
        texte:
          'Depuis octobre, le terrain est réservé aux filles le mercredi de 14 h à 16 h et le vendredi de 18 h à 20 h, avec une éducatrice. Le calendrier est affiché sur place ; il a été écrit avec un groupe de collégiennes.',
        fonction: 'Adjointe aux sports',
        fiche: 'T2.1',
      },
    ],
    retours: [19, 4],
  },
  {
    quand: '2025-11-20T19:05:00Z',
    texte: 'Le médiateur de rue ne passe plus le soir. A-t-il été supprimé ?',
    canal: 'mediateur',
    etat: 'reponse-publiee',
    qpv: Q.morier,
    fiche: 'E4.3',
    moderee: moderee('julien', '2025-11-21T09:00:00Z'),
    service: 'joue',
    attribuee: '2025-11-21T09:10:00Z',
    echeance: '2025-12-20',
    auteur: 'claire',
    reponses: [
      {
        quand: '2025-12-11T14:00:00Z',
        texte:
          'Non. Le poste est resté vide trois mois. Une médiatrice a pris ses fonctions le 1er décembre : elle est au pied de la tour 4 du mardi au samedi, de 17 h à 22 h.',
        fonction: 'Adjoint à la tranquillité publique',
        fiche: 'E4.3',
      },
    ],
    retours: [7, 1],
  },
];
