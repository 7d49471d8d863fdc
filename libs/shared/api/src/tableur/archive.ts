import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { TableurIllisible } from './tableur-illisible';

const LIMITES = { octets: 150 * 1024 * 1024, fichiers: 2_000 };
const ILLISIBLE = 'Ce fichier est abîmé\u00A0: ouvrez-le dans votre tableur, enregistrez-le à nouveau et réessayez.';
const TROP_GRAND =
  'Ce classeur est trop volumineux une fois décompressé\u00A0: gardez-en la feuille des valeurs seule.';

/** Names of the files of an archive; refuses what announces more than we would unpack. */
export function inventorier(octets: Uint8Array): string[] {
  const noms: string[] = [];
  let total = 0;
  lire(octets, ({ name, originalSize }) => {
    noms.push(name);
    total += originalSize;
    if (total > LIMITES.octets || noms.length > LIMITES.fichiers) throw new TableurIllisible(TROP_GRAND);
    return false;
  });
  return noms;
}

/**
 * The same archive, unpacked within the sizes that it announces and packed again without compression: the reader of
 * workbooks meets neither a bomb nor an archive that contradicts itself. `retouches` rewrite parts, by name.
 */
export function assainirArchive(
  octets: Uint8Array,
  utiles: RegExp,
  retouches: Readonly<Record<string, (texte: string) => string>> = {},
): Uint8Array {
  inventorier(octets);
  const fichiers = lire(octets, ({ name }) => utiles.test(name));
  for (const [nom, retoucher] of Object.entries(retouches)) {
    const fichier = fichiers[nom];
    if (fichier) fichiers[nom] = strToU8(retoucher(strFromU8(fichier)));
  }
  return zipSync(fichiers, { level: 0 });
}

function lire(
  octets: Uint8Array,
  filter: (fichier: { name: string; originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(octets, { filter });
  } catch (erreur) {
    throw erreur instanceof TableurIllisible ? erreur : new TableurIllisible(ILLISIBLE);
  }
}
