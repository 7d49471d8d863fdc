import { CHAMPS_ECRITS, type ChampId, champDe, enMots, valeurVide } from '@pleniere/fiches/domain';
import type { CadreFige, FicheFigee } from '../arretes/arrete';
import type { ChampChange } from './evolution';
import { comparerMots } from './passages';

/** Names of the territories, sentences of the orientations and titles of the actions, as an arrêté gives them. */
function nommer({ actions }: FicheFigee, { communes, quartiers, enjeux }: CadreFige) {
  const territoires = new Map([
    ...communes.map(({ code, nom }) => [code, nom] as const),
    ...quartiers.map(({ code, libelle, libelleEditorial }) => [code, libelleEditorial ?? libelle] as const),
  ]);
  const parId = new Map([
    ...enjeux.flatMap((enjeu) => enjeu.orientations.map(({ id, texte }) => [id, texte] as const)),
    ...actions.map(({ id, titre }) => [id, titre] as const),
  ]);
  return {
    territoire: (code: string) => territoires.get(code) ?? code,
    parId: (id: string) => parId.get(id) ?? null,
  };
}

/** A field of a frozen fiche in plain words, its quartiers by their names. */
export function motsDuChamp(fiche: FicheFigee, champ: ChampId, cadre: CadreFige): string {
  const { territoire, parId } = nommer(fiche, cadre);
  if (champ === 'orientation') return fiche.orientationTexte ?? '';
  const mots = enMots(champ, fiche.contenu[champ] ?? valeurVide(champ), parId);
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
