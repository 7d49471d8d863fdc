import type { HttpResourceRef } from '@angular/common/http';
import { computed, type Signal } from '@angular/core';
import type { TableauDeBord } from '@pleniere/fiches/domain';
import type { FicheDuPoint } from '@pleniere/plenieres/domain';

/** Fiches that may be put on an agenda, in the order of the contrat. */
export function fichesDuContrat(tableau: HttpResourceRef<TableauDeBord | undefined>): Signal<FicheDuPoint[]> {
  return computed(() => {
    const enjeux = tableau.hasValue() ? tableau.value().enjeux : [];
    return enjeux.flatMap(({ fiches }) => fiches.map(({ id, code, titre }) => ({ id, code, titre })));
  });
}
