import type { FicheDemo } from '../modele';

const dialogue: FicheDemo = {
  code: 'T1.1',
  statut: 'en-vigueur',
  auteur: 'camille',
  redigeeLe: '2024-06-10T08:30:00Z',
  redaction: {
    orientation: 'T1-a',
    titre: 'Tenir deux cafés des habitants par mois, à la Verrerie et à la Patte d’Oie',
    titreCourt: 'Les cafés des habitants',
    resumePublic:
      'Deux fois par mois, un café ouvert à tous dans la salle du quartier. On y parle du quotidien et l’on prépare les fêtes.',
    pilotes: ['ville'],
    referents: [{ acteur: 'ville', fonction: 'Référent politique de la ville', personne: 'yann' }],
    resultatsAttendus: ['Un rendez-vous connu de tous dans chacun des deux quartiers.'],
    interetHabitants: ['Se retrouver et se faire entendre.'],
    cadreQuand: { texte: 'Toute l’année.', debut: '2024-09-01', fin: '2030-12-31', continu: true },
    cadreOu: { texte: 'Les deux quartiers prioritaires d’Amboise.', portee: 'tous-qpv' },
    publicCible: { texte: 'Tous les habitants des deux quartiers.', publics: ['tous-habitants'] },
    facteursFavorables: ['Une ville à taille humaine, où l’on se croise.'],
    facteursDefavorables: ['Deux quartiers éloignés l’un de l’autre.'],
    planAction: [['action', 'Ouvrir un café des habitants dans chaque quartier.']],
    partenaires: ['centreSocial', 'bailleur'],
  },
  indicateurs: [
    {
      libelle: 'Cafés tenus dans l’année',
      type: 'realisation',
      nature: 'frequence',
      unite: 'cafés',
      sens: 'hausse',
      maille: 'qpv',
      agregation: 'somme',
      reference: { annee: 2024, valeur: 8 },
      cibles: [{ annee: 2030, valeur: 40 }],
      valeurs: { QN03701I: [4, 11, 9], QN03712M: [4, 8, null] },
    },
  ],
  declinaisons: [{ ville: 'ville', referent: 'yann', statutExecution: 'en-cours', meteo: 'soleil' }],
};

const mobilite: FicheDemo = {
  code: 'E1.1',
  statut: 'brouillon',
  auteur: 'yann',
  redigeeLe: '2026-10-12T13:05:00Z',
  redaction: {
    orientation: 'E1-a',
    titre: 'Prêter une voiture à celles et ceux qui retrouvent un emploi',
    pilotes: ['epci'],
    referents: [{ acteur: 'epci', fonction: 'Cheffe de projet', personne: 'camille' }],
    resultatsAttendus: ['Aucun emploi refusé faute de moyen de transport.'],
    partenaires: ['garage'],
  },
};

/** The two fiches of the second contrat. */
export const FICHES_AMBOISE: readonly FicheDemo[] = [dialogue, mobilite];
