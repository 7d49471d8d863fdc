import { estPetitNombre, libelleMasque, masquerValeurs } from '@pleniere/indicateurs/domain';
import type { IndicateurFige } from '../arretes/arrete';

/** What may be told of an indicator to those who produced none of its figures. */
export interface Discretion {
  /** What is said instead of the figure of a cell, by its name; null when it may be read. */
  mot: (cle: string) => string | null;
  /** True when the figure of the whole would tell a hidden one. */
  tairaitEnsemble: (nombre: number | null) => boolean;
}

/** Nothing is hidden from whoever reads the arrêté itself. */
export const TOUT_LIRE: Discretion = { mot: () => null, tairaitEnsemble: () => false };

/** What may be told of an indicator; no threshold hides nothing. */
export function discretionSur(indicateur: IndicateurFige, seuil: number | null): Discretion {
  if (seuil === null) return TOUT_LIRE;
  const masques = masquerValeurs({ ...indicateur, poids: indicateur.poids ?? [] }, indicateur.valeurs, seuil);
  if (masques.size === 0) return TOUT_LIRE;
  return {
    mot: (cle) => {
      const masque = masques.get(cle);
      return masque ? libelleMasque(masque, seuil) : null;
    },
    tairaitEnsemble: (nombre) => nombre !== null && estPetitNombre(nombre, indicateur, seuil),
  };
}
