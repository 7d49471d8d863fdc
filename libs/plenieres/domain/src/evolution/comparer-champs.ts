import { CHAMPS_ECRITS, type ChampId, champDe, enMots, valeurVide } from '@pleniere/fiches/domain';
import type { CadreFige, FicheFigee } from '../arretes/arrete';
import type { ChampChange } from './evolution';
import { comparerMots } from './passages';

/** Names of the territories, and sentences of the orientations, as an arrêté gives them. */
function nommer({ communes, quartiers, enjeux }: CadreFige) {
  const territoires = new Map([
    ...communes.map(({ code, nom }) => [code, nom] as const),
    ...quartiers.map(({ code, libelle, libelleEditorial }) => [code, libelleEditorial ?? libelle] as const),
  ]);
  const orientations = new Map(enjeux.flatMap((enjeu) => enjeu.orientations.map(({ id, texte }) => [id, texte])));
  return {
    territoire: (code: string) => territoires.get(code) ?? code,
    orientation: (id: string) => orientations.get(id) ?? null,
  };
}

/** A field of a frozen fiche in plain words, its quartiers by their names. */
export function motsDuChamp(fiche: FicheFigee, champ: ChampId, cadre: CadreFige): string {
  const { territoire, orientation } = nommer(cadre);
  if (champ === 'orientation') return fiche.orientationTexte ?? '';
  const mots = enMots(champ, fiche.contenu[champ] ?? valeurVide(champ), orientation);
  if (champ !== 'cadreOu' || fiche.contenu.cadreOu?.portee !== 'selection') return mots;
  const { qpv, communes } = fiche.contenu.cadreOu;
  return [mots, [...qpv, ...communes].map(territoire).join(', ')].filter((ligne) => ligne !== '').join('\n');
}

/** Fields of a fiche whose words changed, in the order of the sheet. */
export function comparerChamps(
  [avant, cadreAvant]: readonly [FicheFigee, CadreFige],
  [apres, cadreApres]: readonly [FicheFigee, CadreFige],
): ChampChange[] {
  return CHAMPS_ECRITS.flatMap(({ id }) => {
    const [ancien, nouveau] = [motsDuChamp(avant, id, cadreAvant), motsDuChamp(apres, id, cadreApres)];
    if (ancien === nouveau) return [];
    return [{ champ: id, libelle: champDe(id).libelle, passages: comparerMots(ancien, nouveau) }];
  });
}
