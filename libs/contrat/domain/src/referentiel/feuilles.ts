import type { CelluleTableur, FeuilleTableur } from '@pleniere/shared/domain';
import { proposerRoles } from './colonnes';
import type { FichierReferentiel } from './import-referentiel';

/** Rows that producers print above the headings: a title, the source, the date. */
const LIGNES_DE_GARDE = 20;

const ecrire = (cellule: CelluleTableur): string => String(cellule ?? '').trim();
const estRemplie = (ligne: readonly CelluleTableur[]): boolean => ligne.some((cellule) => ecrire(cellule) !== '');

/** Row of a sheet whose words are the most those of headings, the first filled one when none are, and how many are. */
function trouverTitres({ lignes }: FeuilleTableur): { rang: number; reconnus: number } {
  const candidats = lignes.slice(0, LIGNES_DE_GARDE).map((ligne, rang) => ({
    rang,
    reconnus: proposerRoles(ligne.map(ecrire)).filter((role) => role !== null).length,
  }));
  const premiere = { rang: Math.max(0, lignes.findIndex(estRemplie)), reconnus: 0 };
  return candidats.reduce(
    (meilleur, candidat) => (candidat.reconnus > meilleur.reconnus ? candidat : meilleur),
    premiere,
  );
}

/** The reference file of a workbook: the lines of the sheet whose headings are best known, numbered as they are shown. */
export function lireFeuilles(feuilles: readonly FeuilleTableur[]): FichierReferentiel {
  const [meilleure] = feuilles
    .map((feuille) => ({ feuille, ...trouverTitres(feuille) }))
    .sort((une, autre) => autre.reconnus - une.reconnus);
  if (!meilleure) return { titres: [], lignes: [] };
  const { feuille, rang } = meilleure;
  return {
    titres: feuille.lignes[rang]?.map(ecrire) ?? [],
    lignes: feuille.lignes.flatMap((ligne, place) =>
      place > rang && estRemplie(ligne) ? [{ ligne: place + 1, cellules: ligne.map(ecrire) }] : [],
    ),
  };
}
