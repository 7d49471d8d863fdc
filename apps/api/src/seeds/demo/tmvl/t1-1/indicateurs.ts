import type { IndicateurDemo } from '../../modele';
import { DEGRES } from '../echelle';
import { FEMMES_ET_HOMMES_PAR_QPV, FREQUENCE_PAR_QPV, HABITANTS_PAR_QPV } from './valeurs-qpv';

const MANIERES = [
  { valeur: 'reunion', libelle: 'Réunion publique' },
  { valeur: 'porte-a-porte', libelle: 'Porte-à-porte' },
  { valeur: 'pied-immeuble', libelle: 'Rendez-vous au pied des immeubles' },
  { valeur: 'atelier', libelle: 'Atelier' },
  { valeur: 'marche', libelle: 'Marche exploratoire' },
  { valeur: 'questionnaire', libelle: 'Questionnaire' },
  { valeur: 'numerique', libelle: 'Consultation en ligne' },
  { valeur: 'budget-participatif', libelle: 'Budget participatif' },
];

/** The six indicators of T 1.1, two of each type. */
export const indicateursT11: readonly IndicateurDemo[] = [
  {
    libelle: 'Manières d’aller chercher la parole des habitants',
    calcul: 'modalites-sollicitation',
    type: 'realisation',
    nature: 'liste',
    sens: 'aucun',
    maille: 'contrat',
    modalites: MANIERES,
    resultats: [1],
    definition:
      'Formes de sollicitation employées au moins deux fois dans l’année dans l’un des quartiers. Une affiche ou un courrier ne compte pas : il faut un échange.',
    source: 'Bilans annuels des villes',
    methode: 'Relevé en coordination locale, au mois de novembre.',
    responsable: 'metropole',
    valeurs: {
      contrat: [
        ['reunion', 'questionnaire', 'porte-a-porte'],
        {
          valeur: ['reunion', 'porte-a-porte', 'pied-immeuble', 'atelier', 'marche'],
          commentaire: 'Première marche exploratoire au Sanitas, en mai, avec douze habitantes.',
        },
        {
          valeur: ['reunion', 'porte-a-porte', 'pied-immeuble', 'atelier', 'marche', 'budget-participatif'],
          source: 'Coordinations locales de novembre 2026',
        },
      ],
    },
  },
  {
    libelle: 'Rythme des temps d’échange',
    calcul: 'frequence-espaces',
    type: 'realisation',
    nature: 'frequence',
    unite: 'séances',
    sens: 'hausse',
    maille: 'qpv',
    agregation: 'moyenne',
    resultats: [1, 3],
    definition:
      'Nombre de séances d’un espace de dialogue tenues dans l’année dans le quartier, ouvertes à tous et annoncées au moins sept jours avant. Les réunions de travail entre professionnels ne comptent pas.',
    source: 'Agenda des espaces de dialogue tenu par chaque ville',
    methode: 'La moyenne des quartiers est calculée sur ceux qui ont répondu.',
    borneMin: 3,
    reference: { annee: 2024, valeur: 4 },
    cibles: [
      { annee: 2026, valeur: 6 },
      { annee: 2027, valeur: 8 },
      { annee: 2030, valeur: 10 },
    ],
    valeurs: FREQUENCE_PAR_QPV,
  },
  {
    libelle: 'Habitants mobilisés',
    calcul: 'habitants-mobilises',
    type: 'resultat',
    nature: 'nombre',
    unite: 'participations',
    sens: 'hausse',
    maille: 'qpv',
    agregation: 'somme',
    resultats: [1, 3],
    definition:
      'Participations aux espaces de dialogue dans l’année : une personne venue trois fois compte trois fois. Les professionnels ne comptent pas. Femmes et hommes sont comptés à part, les tranches d’âge en commentaire, jamais l’origine ni le nom.',
    source: 'Feuilles de comptage, détruites après la saisie',
    methode: 'Comptage par l’animateur à mi-séance. Une estimation est signalée comme telle.',
    borneMax: 380,
    reference: { annee: 2024, valeur: 1185 },
    cibles: [
      { annee: 2026, valeur: 1700 },
      { annee: 2027, valeur: 2000 },
      { annee: 2030, valeur: 2600 },
    ],
    valeurs: HABITANTS_PAR_QPV,
    parSexe: FEMMES_ET_HOMMES_PAR_QPV,
  },
  {
    libelle: 'Actions et projets construits avec des habitants',
    calcul: 'actions-associant-habitants',
    type: 'resultat',
    nature: 'nombre',
    unite: 'actions',
    sens: 'hausse',
    maille: 'contrat',
    agregation: 'somme',
    resultats: [2],
    definition:
      'Actions de l’année, toutes fiches confondues, dont le niveau de participation est au moins la consultation. Une simple réunion d’information ne compte pas.',
    source: 'Suivi des actions du contrat de ville',
    responsable: 'metropole',
    reference: { annee: 2024, valeur: 9 },
    cibles: [
      { annee: 2026, valeur: 20 },
      { annee: 2027, valeur: 26 },
      { annee: 2030, valeur: 40 },
    ],
    valeurs: {
      contrat: [
        9,
        { valeur: 15, commentaire: 'Dont six au titre du renouvellement urbain.' },
        {
          valeur: 14,
          commentaire:
            'La cible de 20 ne sera pas atteinte : trois projets ont été reportés après les élections de mars.',
        },
      ],
    },
  },
  {
    libelle: 'Projets qui ont changé après une remontée d’habitants',
    calcul: 'actions-changees',
    type: 'impact',
    nature: 'pourcentage',
    sens: 'hausse',
    maille: 'contrat',
    agregation: 'derniere',
    resultats: [2, 4],
    definition:
      'Part des projets présentés en espace de dialogue dont le contenu, le lieu ou le calendrier a été modifié à la suite d’une demande, la modification étant écrite dans un compte rendu. Numérateur : projets modifiés. Dénominateur : projets présentés dans l’année.',
    source: 'Comptes rendus des espaces de dialogue',
    responsable: 'metropole',
    reference: { annee: 2024, valeur: 20 },
    cibles: [
      { annee: 2027, valeur: 45 },
      { annee: 2030, valeur: 60 },
    ],
    valeurs: {
      contrat: [
        {
          valeur: 20,
          qualite: 'estimee',
          commentaire: 'Reconstitué d’après les comptes rendus de deux villes sur quatre.',
        },
        { valeur: 28, commentaire: '9 projets modifiés sur 32 présentés.' },
        {
          valeur: 34,
          commentaire:
            '10 projets sur 29 à la mi-novembre : l’aire de jeux de la Rabière a changé de place, le marché du Sanitas de jour.',
        },
      ],
    },
  },
  {
    libelle: 'Rapport des habitants aux institutions',
    calcul: 'rapport-institutions',
    type: 'impact',
    nature: 'echelle',
    sens: 'hausse',
    maille: 'contrat',
    agregation: 'derniere',
    anneesPonctuelles: [2024, 2027, 2030],
    modalites: DEGRES,
    resultats: [3, 4],
    definition:
      'Appréciation partagée en coordination locale, habitants présents, sur cinq degrés. Elle est argumentée et appuyée sur des faits ; elle ne se moyenne pas. La note que les habitants donnent en fin de séance, calculée, se lit à côté.',
    source: 'Quatre coordinations locales, panel de 60 habitants',
    methode: 'Débat de vingt minutes, vote à main levée, argument écrit par le groupe.',
    responsable: 'metropole',
    reference: { annee: 2024, valeur: -1 },
    cibles: [
      { annee: 2027, valeur: 0 },
      { annee: 2030, valeur: 1 },
    ],
    valeurs: {
      contrat: [
        {
          valeur: -1,
          commentaire:
            'Trois groupes sur quatre disent un lien abîmé depuis l’été 2023 : « on nous demande notre avis, puis plus rien ». À La Riche, le lien est jugé stable.',
          source: 'Coordinations locales de l’automne 2024',
        },
      ],
    },
  },
];
