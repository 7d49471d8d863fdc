import type { Modalite } from '@pleniere/indicateurs/domain';

/** Five degrees of an appreciation shared in a coordination locale, against the situation of 2024. */
export const DEGRES: Modalite[] = [
  { valeur: '-2', libelle: 'Très dégradé' },
  { valeur: '-1', libelle: 'Dégradé' },
  { valeur: '0', libelle: 'Sans changement' },
  { valeur: '1', libelle: 'Amélioré' },
  { valeur: '2', libelle: 'Nettement amélioré' },
];
