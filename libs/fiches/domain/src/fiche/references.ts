import type { Categorie } from '@pleniere/acteurs/domain';
import type { ActeurCite, ChampId, ContenuFiche } from './contenu';

/** Something that a field points at: exactly one of these, so that what a sheet names cannot vanish. */
export type ReferenceFiche =
  | { organisationId: string }
  | { categorie: Categorie }
  | { personneId: string }
  | { qpvCode: string }
  | { communeCode: string }
  | { orientationId: string };

function acteurs(cites: readonly ActeurCite[]): ReferenceFiche[] {
  return cites.flatMap<ReferenceFiche>(({ organisationId, categorie }) => {
    if (organisationId !== null) return [{ organisationId }];
    return categorie === null ? [] : [{ categorie }];
  });
}

const LECTURES: { [C in ChampId]?: (valeur: ContenuFiche[C]) => ReferenceFiche[] } = {
  orientation: (orientationId) => (orientationId === null ? [] : [{ orientationId }]),
  pilotes: acteurs,
  referents: (cites) => [
    ...acteurs(cites),
    ...cites.flatMap(({ personneId }) => (personneId === null ? [] : [{ personneId }])),
  ],
  cadreOu: ({ qpv, communes }) => [
    ...qpv.map((qpvCode) => ({ qpvCode })),
    ...communes.map((communeCode) => ({ communeCode })),
  ],
  cadreAvecQui: (cadre) => acteurs(cadre.acteurs),
  partenaires: acteurs,
};

/** Organisations, people, territories and orientation that a field's value names, in its order; empty for plain text. */
export function referencesDe<C extends ChampId>(champ: C, valeur: ContenuFiche[C]): ReferenceFiche[] {
  return LECTURES[champ]?.(valeur) ?? [];
}
