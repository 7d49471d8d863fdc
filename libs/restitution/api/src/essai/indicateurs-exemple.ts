import { formaterNombre } from '@pleniere/shared/domain';
import type { IndicateurImprime, SerieImprimee, ValeurImprimee } from '../document/document-fiche';

type Saisie = number | string | null;

const ANNEES = [2024, 2025, 2026, 2027, 2028, 2029, 2030];
const VIDE = { valeur: null, nombre: null, qualite: null, couverture: null };

function valeur(saisie: Saisie | undefined, annee: number, suffixe: string): ValeurImprimee {
  if (saisie === undefined) return { ...VIDE, annee, texte: 'à venir', absence: 'a-venir' };
  if (saisie === null) return { ...VIDE, annee, texte: 'non disponible', absence: 'nd' };
  const nombre = typeof saisie === 'number' ? saisie : null;
  return {
    annee,
    valeur: saisie,
    nombre,
    texte: nombre === null ? String(saisie) : `${formaterNombre(nombre)}${suffixe}`,
    qualite: annee === 2026 ? 'provisoire' : 'definitive',
    absence: null,
    couverture: null,
  };
}

function serie(
  territoire: string,
  saisies: Saisie[],
  options: { ensemble?: boolean; suffixe?: string } = {},
): SerieImprimee {
  const valeurs = ANNEES.map((annee, rang) => valeur(saisies[rang], annee, options.suffixe ?? ''));
  return { territoire, valeurs, ...(options.ensemble && { ensemble: true }) };
}

/** Indicators of every kind: per quarter with a total, a list of words, a percentage with gaps, a scale. */
export const INDICATEURS_EXEMPLE: IndicateurImprime[] = [
  {
    type: 'realisation',
    libelle: 'Rencontres tenues dans l’année',
    unite: 'rencontres par an',
    sens: 'hausse',
    reference: { annee: 2024, texte: '51', nombre: 51 },
    cibles: [
      { annee: 2027, texte: '100', nombre: 100 },
      { annee: 2030, texte: '121', nombre: 121 },
    ],
    series: [serie('Ensemble des villes', [51, 67, 74], { ensemble: true })],
    progression: '33 % du chemin vers la cible 2030',
    phrase: 'De 51 rencontres en 2024 à 74 en 2026 : la hausse se poursuit, un peu moins vite que prévu.',
    source: 'Comptes rendus des séances',
  },
  {
    type: 'realisation',
    libelle: 'Manières de solliciter la parole des habitants',
    unite: '',
    sens: 'aucun',
    reference: null,
    cibles: [],
    series: [
      serie('Ensemble du contrat', [
        'Porte-à-porte, réunions publiques, stand au marché',
        'Porte-à-porte, ateliers, cafés des parents, enquête en pied d’immeuble',
      ]),
    ],
    progression: '',
    phrase: 'Deux manières nouvelles en 2025, dont une qui va vers les habitants.',
    source: 'Déclaration des référents',
  },
  {
    type: 'resultat',
    libelle: 'Habitants mobilisés',
    unite: 'participations',
    sens: 'hausse',
    reference: { annee: 2024, texte: '1 060', nombre: 1060 },
    cibles: [{ annee: 2030, texte: '2 000', nombre: 2000 }],
    series: [
      serie('Ensemble des 13 QPV', [1060, 1207, 1334], { ensemble: true }),
      serie('Sanitas', [182, 190, 214]),
      serie('Bords de Loire', [64, 71, null]),
      serie('Rives du Cher', [88, 90, 120]),
      serie('Fontaines', [95, 101, 99]),
      serie('Rochepinard', [40, null, 52]),
      serie('Europe', [71, 88, 93]),
      serie('Maryse Bastié', [55, 61, 60]),
      serie('Bouzignac', [33, 37, 41]),
      serie('Rabière', [160, 178, 201]),
      serie('Morier', [null, null, null]),
      serie('Rabaterie', [142, 201, 230]),
      serie('Niqueux Bruère', [60, 74, 88]),
      serie('Saint-Symphorien – Tranchée', [70, 116, 136]),
    ],
    progression: '29 % du chemin vers la cible 2030',
    phrase: 'La mobilisation progresse dans onze quartiers sur treize.',
    source: 'Feuilles de présence',
  },
  {
    type: 'resultat',
    libelle: 'Part des questions qui ont reçu une réponse dans les deux mois',
    unite: '%',
    sens: 'hausse',
    reference: { annee: 2023, texte: '41 %', nombre: 41 },
    cibles: [{ annee: 2026, texte: '80 %', nombre: 80 }],
    series: [serie('Ensemble du contrat', [45, null, 77], { suffixe: ' %' })],
    progression: '92 % du chemin vers la cible 2026',
    phrase: 'Trois questions sur quatre ont une réponse dans le délai en 2026 ; la mesure manque en 2025.',
    source: 'Registre des questions',
  },
  {
    type: 'impact',
    libelle: 'Confiance envers les institutions (de −2 à +2)',
    unite: '',
    sens: 'hausse',
    reference: { annee: 2024, texte: '−1', nombre: -1 },
    cibles: [{ annee: 2030, texte: '+1', nombre: 1 }],
    series: [serie('Ensemble du contrat', [-1])],
    progression: 'non calculable : il manque une valeur',
    phrase: 'Mesure de départ en 2024 ; prochaines mesures en 2027 et 2030.',
    source: 'Enquête auprès des habitants',
  },
];
