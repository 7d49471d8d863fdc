import type { QuestionDemo } from '../../modele/questions';
import { Q } from '../territoires';

const moderee = (par: string, quand: string): QuestionDemo['moderee'] => ({ par, quand });

/** Questions of 2026 that have their answer, and those that say the same. */
export const QUESTIONS_DE_L_ANNEE: readonly QuestionDemo[] = [
  {
    quand: '2026-01-15T10:25:00Z',
    texte: 'Où trouver quelqu’un qui aide à remplir les papiers de la CAF, sans rendez-vous ?',
    canal: 'en-ligne',
    etat: 'reponse-publiee',
    qpv: Q.niqueux,
    fiche: 'E3.2',
    moderee: moderee('thomas', '2026-01-15T15:00:00Z'),
    service: 'caf',
    attribuee: '2026-01-15T15:05:00Z',
    echeance: '2026-02-14',
    auteur: 'claire',
    reponses: [
      {
        quand: '2026-01-27T10:00:00Z',
        texte:
          'À l’espace France Services de La Riche, sans rendez-vous, le lundi et le jeudi de 9 h à 12 h. Une conseillère de la CAF y est présente le premier jeudi du mois.',
        fonction: 'Responsable de l’accueil des allocataires',
        fiche: 'E3.2',
      },
    ],
    retours: [12, 0],
    previent: true,
  },
  {
    quand: '2026-03-11T09:40:00Z',
    texte: 'Combien d’habitants du quartier ont été embauchés sur le chantier de la place ?',
    canal: 'en-ligne',
    etat: 'reponse-publiee',
    qpv: Q.sanitas,
    fiche: 'E1.2',
    moderee: moderee('claire', '2026-03-12T08:30:00Z'),
    service: 'metropole',
    attribuee: '2026-03-12T08:35:00Z',
    echeance: '2026-04-10',
    auteur: 'claire',
    reponses: [
      {
        quand: '2026-04-08T13:00:00Z',
        texte:
          'Vingt-trois habitants du Sanitas ont travaillé sur ce chantier, pour 9 400 heures en tout ; sept ont été gardés par l’entreprise. Le marché en demandait 8 000.',
        fonction: 'Chargée des clauses d’insertion',
        fiche: 'E1.2',
      },
    ],
    retours: [10, 2],
  },
  {
    cle: 'ascenseur',
    quand: '2026-06-02T07:55:00Z',
    texte: 'L’ascenseur du 8, rue de la Loire est en panne une semaine sur deux. Quand sera-t-il changé ?',
    canal: 'en-ligne',
    etat: 'reponse-publiee',
    qpv: Q.rabaterie,
    fiche: 'E4.1',
    moderee: moderee('awa', '2026-06-03T08:00:00Z'),
    service: 'loireHabitat',
    attribuee: '2026-06-03T08:05:00Z',
    echeance: '2026-07-02',
    auteur: 'claire',
    reponses: [
      {
        quand: '2026-06-30T15:30:00Z',
        texte:
          'La machinerie sera remplacée du 5 au 30 octobre. Pendant ces quatre semaines, un porteur aide matin et soir celles et ceux qui ne peuvent pas monter. Jusque-là, un technicien passe chaque lundi.',
        fonction: 'Responsable de l’agence de Saint-Pierre-des-Corps',
      },
      {
        quand: '2026-11-03T15:30:00Z',
        texte:
          'Le nouvel ascenseur fonctionne depuis le 28 octobre. Le contrat prévoit une intervention en moins de quatre heures, jour et nuit ; le numéro est affiché dans le hall.',
        fonction: 'Responsable de l’agence de Saint-Pierre-des-Corps',
      },
    ],
    retours: [31, 5],
    previent: true,
  },
  {
    quand: '2026-06-09T18:30:00Z',
    texte: 'Ma mère de 81 ans ne peut plus descendre, l’ascenseur est encore arrêté. Que comptez-vous faire ?',
    canal: 'mediateur',
    etat: 'rattachee',
    qpv: Q.rabaterie,
    moderee: moderee('awa', '2026-06-10T08:00:00Z'),
    rattacheeA: 'ascenseur',
    previent: true,
  },
  {
    quand: '2026-06-15T20:12:00Z',
    texte: 'Encore une panne d’ascenseur rue de la Loire ! Pourquoi le réparer toujours au lieu de le changer ?',
    canal: 'en-ligne',
    etat: 'rattachee',
    qpv: Q.rabaterie,
    moderee: moderee('awa', '2026-06-16T08:00:00Z'),
    rattacheeA: 'ascenseur',
  },
  {
    quand: '2026-07-01T11:00:00Z',
    texte: 'Quand l’ascenseur du 8 sera-t-il changé ? Nous payons des charges pour un appareil qui ne marche pas.',
    canal: 'en-ligne',
    etat: 'rattachee',
    qpv: Q.rabaterie,
    moderee: moderee('awa', '2026-07-02T08:00:00Z'),
    rattacheeA: 'ascenseur',
    previent: true,
  },
  {
    quand: '2026-09-08T16:15:00Z',
    texte: 'Les ateliers d’aide aux devoirs reprennent-ils cette année, et faut-il les payer ?',
    canal: 'mediateur',
    etat: 'reponse-publiee',
    qpv: Q.tourettes,
    fiche: 'E2.1',
    moderee: moderee('claire', '2026-09-09T08:00:00Z'),
    service: 'tours',
    attribuee: '2026-09-09T08:10:00Z',
    echeance: '2026-10-08',
    auteur: 'samira',
    reponses: [
      {
        quand: '2026-09-21T12:00:00Z',
        texte:
          'Ils ont repris le 14 septembre, à l’école et au centre social, quatre soirs par semaine. Ils sont gratuits ; il suffit de prévenir l’animatrice la première fois.',
        fonction: 'Coordinatrice de la réussite éducative',
        fiche: 'E2.1',
      },
    ],
    retours: [6, 0],
  },
];
