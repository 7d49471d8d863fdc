import { FINE } from '@pleniere/shared/domain';
import type { Indicateur } from '../definition/indicateur';

/** Smallest count of a quartier that may be published: below, people could be recognised. */
export const SEUIL_PUBLICATION = 5;

/** What is published instead of a small count. */
export const PETIT_NOMBRE = `<${FINE}${SEUIL_PUBLICATION}`;

/**
 * True when a figure of a quartier is too small to be published. Only counts are concerned, and zero recognises nobody.
 * Entry is never masked: the rule bears on public answers alone.
 */
export function estPetitNombre(nombre: number, { nature, maille }: Pick<Indicateur, 'nature' | 'maille'>): boolean {
  return nature === 'nombre' && maille === 'qpv' && nombre > 0 && nombre < SEUIL_PUBLICATION;
}
