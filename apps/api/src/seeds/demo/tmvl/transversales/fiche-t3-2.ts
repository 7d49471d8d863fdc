import type { FicheDemo } from '../../modele';

/** T 3.2, a draft: energy at home. */
export const ficheT32: FicheDemo = {
  code: 'T3.2',
  statut: 'brouillon',
  auteur: 'thomas',
  redigeeLe: '2026-11-03T15:10:00Z',
  redaction: {
    orientation: 'T3-a',
    titre: 'Faire baisser la facture : visites à domicile, petits travaux et droits à l’énergie',
    titreCourt: 'Énergie chez soi',
    pilotes: ['laRiche'],
    referents: [{ acteur: 'laRiche', fonction: 'Référent politique de la ville', personne: 'thomas' }],
    resultatsAttendus: ['Deux cents foyers visités par an, avec trois gestes installés sur place.'],
    interetHabitants: ['Avoir chaud sans craindre la facture.'],
    cadreOu: {
      texte: 'Niqueux-Bruère – Marcel-Pagnol pour commencer.',
      portee: 'selection',
      qpv: ['QN03703M'],
      communes: [],
    },
    contexte: '',
    facteursFavorables: ['Un bailleur prêt à financer les petits équipements.'],
    partenaires: ['tilleul', 'toitTourangeau'],
  },
};
