import type { Organisation } from '@pleniere/acteurs/domain';
import { nomQpv, type Qpv } from '@pleniere/contrat/domain';
import type { Declinaison } from '@pleniere/fiches/domain';

/** A ville that can still decline the fiche: as a whole (`qpvCode` null), or in one of its quarters. */
export interface VilleOuverte {
  id: string;
  nom: string;
  places: { qpvCode: string | null; nom: string }[];
}

/** Where the fiche has no déclinaison yet, ville by ville; villes without room are left out. */
export function villesOuvertes(
  organisations: readonly Organisation[],
  qpv: readonly Qpv[],
  prises: readonly Declinaison[],
): VilleOuverte[] {
  return organisations
    .map(({ id, nom, communeCode }) => {
      const quartiers = qpv
        .filter(({ communes }) => communes.some(({ code }) => code === communeCode))
        .map((quartier) => ({ qpvCode: quartier.code, nom: nomQpv(quartier) }));
      const libre = ({ qpvCode }: { qpvCode: string | null }): boolean =>
        !prises.some((prise) => prise.organisation.id === id && prise.qpvCode === qpvCode);
      return { id, nom, places: [{ qpvCode: null, nom: 'Toute la ville' }, ...quartiers].filter(libre) };
    })
    .filter(({ places }) => places.length > 0);
}
