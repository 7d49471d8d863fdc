import type { Acteur } from '@pleniere/acces/domain';
import { type Cellule, direCellules, LIMITES_VALEUR } from '@pleniere/indicateurs/domain';
import type { EvenementDirect } from '@pleniere/shared/domain';

/** A cell that was written, with the version that stands there now; null when it was emptied. */
export type CelluleEcrite = Cellule & { version: number | null };

/** What the open grids are told of written cells: their names, fiche by fiche, as many as they read again at once. */
export function annoncesDe(
  { contratId, personneId }: Acteur,
  cellules: readonly CelluleEcrite[],
  ficheDe: (cellule: Cellule) => string | undefined,
): EvenementDirect[] {
  return [...Map.groupBy(cellules, ficheDe)].flatMap(([ficheId, siennes]) =>
    lots(siennes, LIMITES_VALEUR.relecture).map((lot): EvenementDirect => ({
      type: 'valeurs',
      objetId: ficheId ?? contratId,
      ...(ficheId !== undefined && { ficheId }),
      auteurId: personneId,
      visibilite: 'travail',
      donnees: { cellules: direCellules(lot) },
    })),
  );
}

function lots<T>(elements: readonly T[], taille: number): T[][] {
  return elements.length === 0 ? [] : [elements.slice(0, taille), ...lots(elements.slice(taille), taille)];
}
