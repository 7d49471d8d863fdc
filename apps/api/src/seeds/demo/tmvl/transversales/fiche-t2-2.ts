import type { FicheDemo } from '../../modele';

/** T 2.2, a draft: discriminations. */
export const ficheT22: FicheDemo = {
  code: 'T2.2',
  statut: 'brouillon',
  auteur: 'awa',
  redigeeLe: '2026-10-21T09:55:00Z',
  redaction: {
    orientation: 'T2-b',
    titre: 'Reconnaître les discriminations, aider à les faire cesser, balayer devant notre porte',
    titreCourt: 'Agir contre les discriminations',
    pilotes: ['saintPierre'],
    referents: [{ acteur: 'saintPierre', fonction: 'Référente politique de la ville', personne: 'awa' }],
    resultatsAttendus: [
      'Toute personne qui se dit discriminée est reçue dans les dix jours par quelqu’un de formé.',
      'Les quatre villes ont examiné leurs propres recrutements et leurs attributions.',
    ],
    interetHabitants: ['Être cru, savoir quoi faire, ne pas être seul.'],
    publicCible: { texte: '', publics: ['tous-habitants'] },
    contexte:
      '<p>Permanence ouverte en 2025 à la Rabaterie : 23 personnes reçues, dont 14 pour un refus de logement ou d’emploi.</p>',
    planAction: [['action', 'Former cinquante agents d’accueil.']],
    partenaires: ['droits', 'prefecture'],
  },
  indicateurs: [
    {
      libelle: 'Personnes reçues par la permanence',
      type: 'realisation',
      nature: 'nombre',
      unite: 'personnes',
      sens: 'hausse',
      maille: 'contrat',
      agregation: 'somme',
      resultats: [1],
      visibilite: 'interne',
      definition: 'Personnes différentes reçues au moins une fois dans l’année.',
      reference: { annee: 2025, valeur: 23 },
      valeurs: { contrat: [{ absence: 'non-concerne' }, 23, 31] },
    },
  ],
};
