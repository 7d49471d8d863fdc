import type { ConsultationExterneSaisie } from '@pleniere/participation/domain';

const COMMUNIQUE = 'Communiqué de Make.org, 25 juin 2025';
const RESULTATS = 'Résultats publiés par Make.org, novembre 2025';

/** A national consultation that really took place: its dates and its figures are those that its organiser published. */
export const MIEUX_VIVRE_EN_VILLE: ConsultationExterneSaisie = {
  nom: 'Mieux vivre en ville (2025)',
  organisateur: 'Make.org et ses partenaires',
  question: '',
  source: RESULTATS,
  adresse: 'https://about.make.org/post/vers-des-villes-plus-humaines-50-000-voix-pour-mieux-vivre-ensemble',
  dates: [
    { libelle: 'Annonce de la consultation', date: '2025-06-25', source: COMMUNIQUE },
    { libelle: 'Fin', date: '2025-09-13', source: COMMUNIQUE },
    { libelle: 'Fin', date: '2025-09-21', source: 'about.make.org/villes' },
    { libelle: 'Fin', date: '2025-09-28', source: RESULTATS },
    { libelle: 'Publication des résultats', date: '2025-11-05', source: RESULTATS },
  ],
  chiffres: {
    participants: { objectif: null, realise: 50_733 },
    propositions: { objectif: null, realise: 2_105 },
    votes: { objectif: null, realise: 269_838 },
  },
  agenda: [],
  projets: [],
};
