import { type CelluleTableur, type FeuilleTableur, type FormatTableur, LIMITES_TABLEUR } from '@pleniere/shared/domain';
import { formaterNombre, nettoyerTexte } from '@pleniere/shared/domain';
import { ecrireClasseur, type FeuilleAEcrire, lireClasseur } from './classeur';
import { ecrireCsv, lireCsv } from './csv';
import { reconnaitreFormat } from './format';
import { TableurIllisible } from './tableur-illisible';

/** What a file holds. */
export interface TableurLu {
  format: FormatTableur;
  feuilles: FeuilleTableur[];
}

const estRemplie = (cellule: CelluleTableur) => cellule !== null && String(cellule).trim() !== '';

/** Without the empty rows and columns that spreadsheets leave at the ends. */
function rogner({ nom, lignes }: FeuilleTableur): FeuilleTableur {
  const hauteur = lignes.findLastIndex((ligne) => ligne.some(estRemplie)) + 1;
  const utiles = lignes.slice(0, hauteur);
  const largeur = utiles.reduce((max, ligne) => Math.max(max, ligne.findLastIndex(estRemplie) + 1), 0);
  if (largeur > LIMITES_TABLEUR.colonnes) {
    throw new TableurIllisible(`La feuille «\u202F${nom}\u202F» a plus de ${LIMITES_TABLEUR.colonnes} colonnes.`);
  }
  const nettoyer = (cellule: CelluleTableur) => (typeof cellule === 'string' ? nettoyerTexte(cellule) : cellule);
  return {
    nom: nettoyerTexte(nom).slice(0, LIMITES_TABLEUR.nom),
    lignes: utiles.map((ligne) => Array.from({ length: largeur }, (_, rang) => nettoyer(ligne[rang] ?? null))),
  };
}

/** Reads a file within the limits of an import; what it throws is for the person who sent it. */
export async function lireTableur(octets: Uint8Array): Promise<TableurLu> {
  const format = reconnaitreFormat(octets);
  const lues = format === 'csv' ? [lireCsv(octets)] : await lireClasseur(octets, format);
  const feuilles = lues.map(rogner).filter(({ lignes }) => lignes.length > 0);
  if (feuilles.length === 0) throw new TableurIllisible('Ce fichier ne contient aucune donnée.');
  if (feuilles.length > LIMITES_TABLEUR.feuilles) {
    throw new TableurIllisible(`Ce classeur a plus de ${LIMITES_TABLEUR.feuilles} feuilles.`);
  }
  if (feuilles.reduce((total, { lignes }) => total + lignes.length, 0) > LIMITES_TABLEUR.lignes + 1) {
    throw new TableurIllisible(
      `Ce fichier dépasse ${formaterNombre(LIMITES_TABLEUR.lignes)} lignes\u00A0: importez-le en plusieurs fois.`,
    );
  }
  return { format, feuilles };
}

/** Writes sheets in the asked format; a CSV holds the first one alone. */
export async function ecrireTableur(feuilles: readonly FeuilleAEcrire[], format: FormatTableur): Promise<Uint8Array> {
  const [premiere] = feuilles;
  if (format !== 'csv') return ecrireClasseur(feuilles, format);
  return ecrireCsv(premiere ?? { nom: '', lignes: [] });
}
