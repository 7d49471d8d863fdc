import { type Acteur, litEnClair } from '@pleniere/acces/domain';
import type { FicheLue, IndicateurLu } from '@pleniere/fiches/domain';
import {
  type AnneeDeSerie,
  cleDe,
  estPetitNombre,
  libelleMasque,
  type Masque,
  masquerValeurs,
} from '@pleniere/indicateurs/domain';

/** For whom a document is made: their role decides of the small numbers that they may read. */
export type Lecteur = Pick<Acteur, 'role'>;

/** Who reads, and the smallest count that may be told to those who did not produce it. */
export interface Masquage {
  lecteur: Lecteur;
  seuil: number;
}

/** Small counts of an indicator that its reader did not produce, and what would betray them, by the name of their cell. */
export function masquesDe(
  { droits }: Pick<FicheLue, 'droits'>,
  indicateur: IndicateurLu,
  { lecteur, seuil }: Masquage,
): ReadonlyMap<string, Masque> {
  if (litEnClair(lecteur.role)) return new Map();
  const estSienne = (territoire: string) => droits.territoires?.includes(territoire) ?? true;
  return masquerValeurs(indicateur, indicateur.valeurs, seuil, ({ territoire }) => estSienne(territoire));
}

/** A year of a series as it may be told: hidden, it has neither value nor point on the chart. */
export type AnneeTue = AnneeDeSerie & { masque?: Masque };

/** Years of a territory, the hidden ones without their figure. */
export function taire(
  annees: readonly AnneeDeSerie[],
  indicateurId: string,
  territoire: string,
  masques: ReadonlyMap<string, Masque>,
): AnneeTue[] {
  return annees.map((lue) => {
    const masque = masques.get(cleDe({ indicateurId, annee: lue.annee, territoire, ventilation: 'total' }));
    return masque ? sansFigure(lue, masque) : lue;
  });
}

/** Years of a whole, hidden where the sum itself is small, once something is hidden of its parts. */
export function taireEnsemble(
  annees: readonly AnneeDeSerie[],
  indicateur: IndicateurLu,
  masques: ReadonlyMap<string, Masque>,
  seuil: number,
): AnneeTue[] {
  if (masques.size === 0) return [...annees];
  return annees.map((lue) =>
    lue.nombre !== null && estPetitNombre(lue.nombre, indicateur, seuil) ? sansFigure(lue, 'petit') : lue,
  );
}

/** What is printed instead of a hidden figure. */
export const motDuMasque = (masque: Masque, { seuil }: Masquage): string => libelleMasque(masque, seuil);

function sansFigure(lue: AnneeDeSerie, masque: Masque): AnneeTue {
  return { ...lue, valeur: null, nombre: null, qualite: null, absence: 'secret', masque };
}
