import type { SectionDuLivre, SorteDeDocument, StatutDocument } from './document';

/** French name of each document, and what it is for. */
export const LIBELLES_DOCUMENTS: Readonly<Record<SorteDeDocument, { nom: string; usage: string }>> = {
  'livre-pdf': {
    nom: 'Le livre (PDF)',
    usage: 'Toutes les fiches dans un document accessible, à imprimer ou à publier.',
  },
  'essentiel-pdf': {
    nom: 'L’essentiel (PDF)',
    usage: 'Une page par enjeu, en mots simples et en gros caractères.',
  },
  'livre-docx': {
    nom: 'Le livre (Word)',
    usage: 'Les fiches dans le tableau officiel à deux colonnes, à reprendre dans un traitement de texte.',
  },
  'classeur-xlsx': {
    nom: 'Le classeur (Excel)',
    usage: 'Fiches, actions, indicateurs et valeurs en feuilles, avec leur dictionnaire.',
  },
  'rapport-docx': {
    nom: 'Le rapport annuel (Word)',
    usage: 'Le plan du rapport politique de la ville, prérempli\u202F; ce qui manque est signalé.',
  },
  'archives-zip': {
    nom: 'Le versement d’archives (ZIP)',
    usage: 'PDF, CSV et JSON avec leur bordereau d’empreintes, à verser au service d’archives.',
  },
  'evolution-pdf': {
    nom: 'Depuis la dernière plénière (PDF)',
    usage: 'Ce qui a changé depuis un arrêté plus ancien.',
  },
};

/** French label of each statut. */
export const LIBELLES_STATUTS_DOCUMENT: Readonly<Record<StatutDocument, string>> = {
  attente: 'En attente',
  'en-cours': 'En cours',
  pret: 'Prêt',
  echec: 'Échec',
  annule: 'Annulé',
};

/** French label of each part of the book. */
export const LIBELLES_SECTIONS: Readonly<Record<SectionDuLivre, string>> = {
  'cle-de-lecture': 'Clé de lecture',
  synthese: 'Synthèse par enjeu',
  'tableau-de-bord': 'Tableau de bord',
  fiches: 'Fiches',
  decisions: 'Décisions',
  reponses: 'Réponses aux habitants',
  index: 'Index',
};
