import type { ChampId, ContenuFiche } from '../../fiche/contenu';
import { champDe } from '../../fiche/registre';
import type { DifferenceChamp } from '../lot';

/** What a value says, apart from the ids of its entries and from the order of its parts, which no database keeps. */
function dit(valeur: unknown): string {
  return JSON.stringify(valeur ?? null, (_, partie: unknown) => {
    if (typeof partie !== 'object' || partie === null || Array.isArray(partie)) return partie;
    const parts = Object.entries(partie).filter(([cle]) => cle !== 'id');
    return Object.fromEntries(parts.sort(([une], [autre]) => (une < autre ? -1 : 1)));
  });
}

/** Fields that a proposed content would change in an existing one, in the sheet's order; what it does not tell stays. */
export function comparerContenus(avant: Partial<ContenuFiche>, apres: Partial<ContenuFiche>): DifferenceChamp[] {
  return (Object.keys(apres) as ChampId[])
    .filter((champ) => dit(avant[champ]) !== dit(apres[champ]))
    .map((champ) => ({
      champ,
      libelle: champDe(champ).libelle,
      avant: avant[champ] ?? null,
      apres: apres[champ],
    }));
}

interface Entree {
  id: string;
  texte: string;
}

function sontEntrees(valeur: unknown): valeur is Entree[] {
  return (
    Array.isArray(valeur) &&
    valeur.every((entree) => typeof entree === 'object' && entree !== null && 'id' in entree && 'texte' in entree)
  );
}

/** Gives back their ids to the entries of a list that say the same as before: what points at them stays pointed. */
export function garderIdentites<V>(avant: unknown, apres: V): V {
  if (!sontEntrees(avant) || !sontEntrees(apres)) return apres;
  const libres = [...avant];
  return apres.map((entree) => {
    const place = libres.findIndex(({ texte }) => texte === entree.texte);
    const [meme] = place < 0 ? [] : libres.splice(place, 1);
    return meme ? { ...entree, id: meme.id } : entree;
  }) as V;
}
