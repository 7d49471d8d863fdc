import type { Bloc, DocumentFiche, LigneDeFiche } from '../document/document-fiche';
import { lireTexteRiche } from '../document/texte-riche';
import { INDICATEURS_EXEMPLE } from './indicateurs-exemple';

const texte = (html: string): Bloc[] => lireTexteRiche(html);
const liste = (...items: string[]): Bloc[] => texte(`<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`);

function ligne(label: string, sousLabel: string, ...sections: [string | null, Bloc[]][]): LigneDeFiche {
  return { label, sousLabel, sections: sections.map(([libelle, blocs]) => ({ libelle, blocs })) };
}

const LIGNES: LigneDeFiche[] = [
  ligne('Pilote du projet', '', [null, texte('<p>Villes</p>')]),
  ligne('Référent du projet et des actions', '', [null, texte('<p>Référents politique de la ville (Villes)</p>')]),
  ligne('Résultat(s) attendu(s)', '', [
    null,
    liste(
      'Chaque quartier dispose d’un lieu et d’un rendez-vous connus où parler de la vie du quartier',
      'Une part visible des actions de l’année vient de ce qui s’y est dit',
      'Habitants, associations et institutions se connaissent assez pour se parler sans intermédiaire',
      'L’information utile arrive à temps dans les halls, les écoles et sur les téléphones',
    ),
  ]),
  ligne(
    'Intérêt(s) du projet',
    '',
    ['Pour les habitants :', texte('<p>Savoir où s’exprimer, et savoir ce que devient une parole une fois donnée</p>')],
    [
      'Pour le territoire :',
      liste('Des projets mieux compris, donc mieux tenus', 'Des aménagements qui servent <strong>vraiment</strong>'),
    ],
    [
      'Pour les partenaires :',
      texte('<p>Entendre tôt ce qui ne marche pas, et pouvoir expliquer ce qui n’est pas possible</p>'),
    ],
  ),
  ligne(
    'Cadre',
    '(Quand ? Où ? Avec qui ? Avec quoi ?)',
    ['Quand ?', texte('<p>Toute la durée du contrat, de 2024 à 2030</p>')],
    ['Où ?', texte('<p>Dans les 13 quartiers prioritaires</p>')],
    [
      'Avec qui ?',
      texte(
        '<p>Les habitants d’abord.</p><p>Puis les services des villes, les bailleurs, les centres sociaux et les médiateurs.</p>',
      ),
    ],
    [
      'Avec quoi ?',
      texte(
        '<p>Selon ce qui existe déjà dans le quartier :</p><ul><li>une instance qui vit : on la renforce<ul><li>animation</li><li>budget de fonctionnement</li></ul></li><li>rien de durable : on invente un format court, à heures variées</li></ul>',
      ),
    ],
  ),
  ligne('Public cible', '', [null, texte('<p>Tous les habitants des quartiers prioritaires</p>')]),
  ligne('Contexte / diagnostic', '', [null, []]),
  ligne(
    'Environnement',
    '(Quels sont les facteurs favorables et défavorables à la réussite du projet ?)',
    [
      'Favorables :',
      liste(
        'Des centres sociaux présents dans dix quartiers sur treize, habitués à aller vers ceux qui ne viennent pas',
        'Quatre quartiers en renouvellement urbain, où la concertation est une obligation et un savoir-faire',
        'Un fonds de participation rouvert, que les habitants gèrent eux-mêmes',
      ),
    ],
    [
      'Défavorables :',
      liste(
        'Une fatigue de la consultation : on a beaucoup demandé, peu répondu',
        'Peu de jeunes de 15 à 25 ans dans les rencontres',
        'Des équipes de médiation qui changent trop vite',
      ),
    ],
  ),
  ligne('Approche stratégique – plan d’action', '(mise en œuvre, étapes de réalisation des actions)', [
    null,
    liste(
      'Poser une règle simple : toute question reçoit une réponse datée, même quand la réponse est non',
      'Tenir les rencontres là où les gens passent déjà → marché, sortie d’école, pied d’immeuble',
      'Rendre compte à chaque séance de ce qui a été fait depuis la précédente (voir <a href="https://exemple.fr/compte-rendu">le modèle de compte rendu</a>)',
      'Réserver une ligne de budget aux idées nées de ces rencontres',
      'Revoir chaque format une fois par an avec ceux qui y viennent et ceux qui n’y viennent plus',
    ),
  ]),
  ligne(
    'Ressources et moyens à mobiliser',
    '(de quoi et de qui avons-nous besoin pour réussir – les moyens)',
    [
      'Moyens humains :',
      liste('Un demi-poste d’animation par ville', 'Deux journées de formation par an pour les agents'),
    ],
    [
      'Moyens financiers :',
      [
        ...liste('Fonds de participation des habitants, abondé chaque année'),
        {
          type: 'tableau',
          entetes: ['Année', 'Financeur', 'Crédits', 'Prévu', 'Obtenu', 'Réalisé'],
          lignes: [
            ['2025', 'État', 'Crédits spécifiques', '42 000 €', '38 500 €', '38 500 €'],
            ['2025', 'Villes', 'Droit commun', '60 000 €', '60 000 €', '54 210 €'],
            ['2026', 'État', 'Crédits spécifiques', '45 000 €', '–', '–'],
          ],
        },
      ],
    ],
  ),
  ligne('Partenaire(s) impliqué(s)', '', [
    null,
    texte(
      '<p>Villes</p><p>Bailleurs sociaux</p><p>État – délégués du préfet</p><p>Centres sociaux et associations</p>',
    ),
  ]),
  ligne(
    'Indicateurs d’évaluation',
    '',
    ['Indicateurs de réalisation :', liste('Rencontres tenues dans l’année', 'Manières de solliciter la parole')],
    ['Indicateurs de résultat :', liste('Habitants mobilisés')],
    ['Indicateurs d’impact :', liste('Confiance envers les institutions')],
  ),
];

const RECIT = (html: string) => lireTexteRiche(html);

/** A whole fiche in our own words: every kind of row, indicator, action and déclinaison that a document can hold. */
export const FICHE_EXEMPLE: DocumentFiche = {
  contrat: {
    titre: 'Contrat de ville TMVL 2024-2030',
    couleur: '#1f4e79',
    logo: null,
    anneeDebut: 2024,
    anneeFin: 2030,
  },
  code: 'T 1.1',
  enjeu: { libelle: 'Enjeu transversal 1', intitule: 'Participation citoyenne', couleur: '#0f7b6c' },
  orientation: 'Décider avec celles et ceux qui vivent les quartiers, par des chemins adaptés à chaque lieu',
  titre:
    'Ouvrir dans chaque quartier un espace où habitants et institutions se parlent, se connaissent et font naître des projets',
  titreCourt: 'Des espaces pour se parler',
  statut: 'En vigueur',
  date: '2026-01-12',
  lignes: LIGNES,
  indicateurs: INDICATEURS_EXEMPLE,
  actions: [
    {
      code: 'T 1.1-a',
      titre: 'Former les animateurs des espaces de dialogue',
      pilote: 'Ville de Tours',
      echeance: '30 juin 2026',
      statut: 'En cours',
      participation: 'Concertation',
      description: texte('<p>Deux journées par an, ouvertes aux agents et aux habitants relais.</p>'),
      etapes: [
        { libelle: 'Cahier des charges', faite: true },
        { libelle: 'Choix de l’organisme', faite: true },
        { libelle: 'Première session', faite: false },
        { libelle: 'Bilan à un an', faite: false },
      ],
    },
    {
      code: 'T 1.1-b',
      titre: 'Publier les réponses aux questions posées',
      pilote: 'Métropole',
      echeance: '31 décembre 2025',
      statut: 'En cours – en retard',
      participation: '',
      description: texte('<p>Une page par quartier, et l’affichage dans les halls.</p>'),
      etapes: [],
    },
  ],
  avis: [],
  declinaisons: [
    {
      territoire: 'Tours',
      referent: 'Référente politique de la ville',
      statut: 'En cours',
      meteo: {
        valeur: 'soleil',
        libelle: 'Soleil : tout avance comme prévu',
        explication: 'Le rythme mensuel tient dans cinq quartiers sur huit.',
      },
      recits: [
        {
          libelle: 'Faits marquants',
          blocs: RECIT('<p><strong>2025</strong> – Deux espaces ouverts au Sanitas et aux Rives du Cher.</p>'),
        },
        { libelle: 'Freins', blocs: RECIT('<p><strong>2025</strong> – Salle indisponible le soir à Rochepinard.</p>') },
        {
          libelle: 'Perspectives',
          blocs: RECIT('<p><strong>2025</strong> – Un format court à la sortie des écoles.</p>'),
        },
      ],
    },
    {
      territoire: 'Joué-lès-Tours',
      referent: 'Chargé de mission',
      statut: 'En cours',
      meteo: {
        valeur: 'nuage',
        libelle: 'Nuage : des difficultés freinent le projet',
        explication: 'Le poste d’animation est vacant depuis septembre.',
      },
      recits: [{ libelle: 'Freins', blocs: RECIT('<p><strong>2025</strong> – Recrutement infructueux.</p>') }],
    },
    { territoire: 'Saint-Pierre-des-Corps', referent: '', statut: 'À lancer', meteo: null, recits: [] },
  ],
};
