import {
  type ChampId,
  type ContenuFiche,
  LIBELLES_PORTEES,
  periodeEnMots,
  type Proposition,
  type SorteProposition,
} from '@pleniere/fiches/domain';

/** False for the enjeu and the orientation: they are chosen with the decision, where they can also be changed. */
export function estPresDuChamp(sorte: SorteProposition): boolean {
  return sorte !== 'enjeu' && sorte !== 'orientation';
}

/** A proposed link in words. */
export function direLien(
  { sorte, libelle }: Proposition,
  { cadreQuand, cadreOu }: Partial<ContenuFiche>,
  territoire: (code: string) => string,
): string {
  if (sorte === 'dates' && cadreQuand) return periodeEnMots(cadreQuand);
  if (sorte === 'organisation') return `organisation «\u00A0${libelle}\u00A0»`;
  if (sorte === 'categorie') return `toute la catégorie «\u00A0${libelle}\u00A0»`;
  if (sorte !== 'portee' || !cadreOu) return libelle;
  const quartiers = cadreOu.qpv.map(territoire).join(', ');
  return quartiers === '' ? LIBELLES_PORTEES[cadreOu.portee] : quartiers;
}

/** The words alone of a field, as they are written when its proposed link is not confirmed. */
export function sansLien(champ: ChampId, valeur: ContenuFiche[ChampId]): ContenuFiche[ChampId] {
  const liens: Partial<ContenuFiche> = {
    cadreQuand: { texte: '', debut: null, fin: null, continu: false },
    cadreOu: { texte: '', portee: 'a-preciser', qpv: [], communes: [] },
    publicCible: { texte: '', publics: [] },
  };
  const vide = liens[champ];
  if (typeof vide !== 'object' || typeof valeur !== 'object' || valeur === null || !('texte' in valeur)) return valeur;
  return { ...vide, texte: valeur.texte } as ContenuFiche[ChampId];
}
