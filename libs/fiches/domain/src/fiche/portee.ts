import type { Qpv } from '@pleniere/contrat/domain';
import type { CadreOu } from './contenu';

/** Whether a fiche applies in a quarter: a selection names quarters, or communes for all of theirs; an empty one means every quarter. */
export function concerneQuartier(ou: CadreOu | undefined, quartier: Pick<Qpv, 'code' | 'communes'>): boolean {
  if (ou?.portee !== 'selection' || ou.qpv.length + ou.communes.length === 0) return true;
  return ou.qpv.includes(quartier.code) || quartier.communes.some(({ code }) => ou.communes.includes(code));
}
