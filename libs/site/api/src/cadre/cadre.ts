import { cheminPublic } from '@pleniere/contrat/domain';
import type { ContratPublic } from '@pleniere/fiches/domain';

/** The contrat whose pages are read. */
export interface CadreDuSite extends ContratPublic {
  /** Words of its public address, « tours-metropole ». */
  adresse: string;
  anneeFin: number;
  /** What every full address of the site starts with, « https://… ». */
  origine: string;
}

/** Address of a page of a contrat; parts are encoded. */
export function chemin({ adresse }: Pick<CadreDuSite, 'adresse'>, ...parts: readonly string[]): string {
  return cheminPublic(adresse, ...parts);
}
