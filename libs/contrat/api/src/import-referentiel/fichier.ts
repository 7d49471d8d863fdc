import { type FichierReferentiel, LIMITES_REFERENTIEL, lireGeojson } from '@pleniere/contrat/domain';
import { refuse } from '@pleniere/shared/api';
import { decoderTexte, deshabillerCellule, formaterNombre, lireTexteCsv, nettoyerTexte } from '@pleniere/shared/domain';
import { parse } from 'csv-parse/sync';

const { lignes: LIGNES, colonnes: COLONNES } = LIMITES_REFERENTIEL;

function illisible(detail: string): Error {
  return refuse(detail, [{ pointer: '/fichier', detail }]);
}

function ouvrirGeojson(texte: string): FichierReferentiel {
  try {
    const lu = lireGeojson(JSON.parse(texte));
    if (lu) return lu;
  } catch {
    throw illisible('Ce fichier GeoJSON est mal formé\u00A0: il est peut-être incomplet.');
  }
  throw illisible('Ce fichier n’est pas une collection de contours (FeatureCollection).');
}

function ouvrirCsv(octets: Uint8Array): FichierReferentiel {
  const { corps, separateur } = lireTexteCsv(octets);
  try {
    const rangees = parse(corps, {
      delimiter: separateur,
      relax_column_count: true,
      relax_quotes: true,
      to: LIGNES + 2,
    }) as string[][];
    const numerotees = rangees
      .map((cellules, rang) => ({ ligne: rang + 1, cellules: cellules.map(deshabillerCellule) }))
      .filter(({ cellules }) => cellules.some((cellule) => cellule.trim() !== ''));
    const [titres, ...lignes] = numerotees;
    return { titres: titres?.cellules ?? [], lignes };
  } catch {
    throw illisible('Ce fichier CSV est mal formé\u00A0: un guillemet ouvert n’est pas refermé.');
  }
}

/** Reads a reference file, CSV or GeoJSON by its content; refuses what is neither, empty or beyond the limits. */
export function ouvrirReferentiel(octets: Uint8Array): FichierReferentiel {
  const utf16 = octets[0] === 0xff || octets[0] === 0xfe;
  if (!utf16 && octets.subarray(0, 4096).includes(0)) {
    throw illisible('Ce fichier n’est ni un CSV ni un GeoJSON\u00A0: enregistrez-le dans l’un de ces formats.');
  }
  const debut = decoderTexte(octets)
    .replace(/^\uFEFF/, '')
    .trimStart();
  const { titres, lignes } = debut.startsWith('{') || debut.startsWith('[') ? ouvrirGeojson(debut) : ouvrirCsv(octets);
  if (lignes.length === 0) throw illisible('Ce fichier ne contient aucune ligne.');
  if (lignes.length > LIGNES) throw illisible(`Ce fichier dépasse ${formaterNombre(LIGNES)} lignes.`);
  if (titres.length > COLONNES) throw illisible(`Ce fichier a plus de ${COLONNES} colonnes.`);
  const nettoyer = (textes: readonly string[]) => titres.map((_, rang) => nettoyerTexte(textes[rang] ?? '').trim());
  return {
    titres: nettoyer(titres),
    lignes: lignes.map((lue) => ({ ...lue, cellules: nettoyer(lue.cellules) })),
  };
}
