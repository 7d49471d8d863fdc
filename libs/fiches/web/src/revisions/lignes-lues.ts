import { type Champ, type ChampId, estChampEcrit, LIGNES, REGISTRE } from '@pleniere/fiches/domain';

/** A field of the sheet whose text a revision keeps. */
export type ChampGarde = Champ & { id: ChampId };

const estEcrit = (champ: Champ): champ is ChampGarde => estChampEcrit(champ.id);

/** Fields that a revision keeps, in the order of the sheet. */
export const CHAMPS_GARDES: readonly ChampGarde[] = REGISTRE.filter(estEcrit);

/** Rows of the sheet with the fields that a revision keeps; indicators go their own way. */
export const LIGNES_GARDEES = LIGNES.map((ligne) => ({
  ...ligne,
  libelle: ligne.libelle === '' ? 'Projet' : ligne.libelle,
  champs: CHAMPS_GARDES.filter((champ) => champ.ligne === ligne.id),
})).filter(({ champs }) => champs.length > 0);
