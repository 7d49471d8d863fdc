import { type FichierReferentiel, lireGeojson } from '@pleniere/contrat/domain';
import { decoderTexte } from '@pleniere/shared/domain';

/** Shapes as lines, or why the file cannot be read, for the person who sent it. */
export type GeojsonLu = FichierReferentiel | { illisible: string };

/** Reads a GeoJSON of any usual encoding. */
export function ouvrirGeojson(octets: Uint8Array): GeojsonLu {
  try {
    const lu = lireGeojson(JSON.parse(decoderTexte(octets).replace(/^\uFEFF/, '')));
    return lu ?? { illisible: 'Ce fichier n’est pas une collection de contours (FeatureCollection).' };
  } catch {
    return { illisible: 'Ce fichier GeoJSON est mal formé\u00A0: il est peut-être incomplet.' };
  }
}
