import { type ChampId, comparerElements, type ContenuFiche, enMots, type NommerParId } from '@pleniere/fiches/domain';

/** What happened to one entry of a list, with its words before and after; empty on the side where it was not. */
export interface ElementChange {
  geste: string;
  avant: string;
  apres: string;
}

const place = (rang: number) => (rang === 0 ? '1re place' : `${rang + 1}e place`);

/** What happened to the list of a field, entry by entry, in the order of the list; null for a field that is no list. */
export function direElements(
  champ: ChampId,
  avant: unknown,
  apres: unknown,
  orientation: NommerParId,
): ElementChange[] | null {
  if (!Array.isArray(avant ?? apres)) return null;
  const difference = comparerElements(avant ?? [], apres ?? []);
  if (!difference) return null;
  const mots = (element: unknown) =>
    enMots(champ, [element] as ContenuFiche[typeof champ], orientation).replace(/^• /, '');
  const { retires, ajoutes, changes, deplaces } = difference;
  const gestes = [
    ...changes.map((change) => ({
      rang: change.rang,
      geste: `Modifié, à la ${place(change.rang)}`,
      avant: mots(change.avant),
      apres: mots(change.apres),
    })),
    ...ajoutes.map(({ rang, element }) => ({
      rang,
      geste: `Ajouté à la ${place(rang)}`,
      avant: '',
      apres: mots(element),
    })),
    ...deplaces.map(({ de, vers, element }) => ({
      rang: vers,
      geste: `Déplacé de la ${place(de)} à la ${place(vers)}`,
      avant: mots(element),
      apres: mots(element),
    })),
    ...retires.map(({ rang, element }) => ({
      rang,
      geste: `Retiré de la ${place(rang)}`,
      avant: mots(element),
      apres: '',
    })),
  ];
  return gestes.sort((a, b) => a.rang - b.rang);
}
