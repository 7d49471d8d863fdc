import { FINE } from '@pleniere/shared/domain';
import type { Indicateur } from '../definition/indicateur';
import { cleDe, type Valeur } from '../saisie/valeur';
import { mailleDe } from '../saisie/regles-valeur';
import type { Poids } from '../serie/serie';
import { masquer } from './masquer';
import type { Masque } from './reseau';
import { tableDe } from './table';

/** Smallest count that may be published unless the contrat says otherwise: below, people could be recognised. */
export const SEUIL_PUBLICATION = 5;

/** Smallest number of people of which a percentage may be published. */
export const SEUIL_DENOMINATEUR = 11;

/** How a hidden figure reads: « < 5 » or « masqué ». */
export function libelleMasque(masque: Masque, seuil = SEUIL_PUBLICATION): string {
  return masque === 'petit' ? `<${FINE}${seuil}` : 'masqué';
}

/** What is published instead of a small count, at the usual threshold. */
export const PETIT_NOMBRE = libelleMasque('petit');

/** True for a cell of a file that holds a hidden figure rather than a value. */
export function estMasque(texte: string): boolean {
  return /^(<[\s\u00A0\u202F]*\d{1,2}|masqué)$/i.test(texte.trim());
}

/**
 * True when a count of people is too small to be published: those of a quartier, and the parts by sex or age of any
 * territory. Zero recognises nobody. Entry is never masked.
 */
export function estPetitNombre(
  nombre: number,
  { nature, maille }: Pick<Indicateur, 'nature' | 'maille'>,
  seuil = SEUIL_PUBLICATION,
  ventilation: Valeur['ventilation'] = 'total',
): boolean {
  const concernee = nature === 'nombre' && (maille === 'qpv' || ventilation !== 'total');
  return concernee && nombre > 0 && nombre < seuil;
}

type Regle = Pick<Indicateur, 'nature' | 'maille' | 'agregation' | 'ventilations' | 'ponderationId'> & {
  poids?: Poids[] | null;
};
type Publiable = Pick<Valeur, 'indicateurId' | 'annee' | 'territoire' | 'ventilation' | 'valeur'>;

function surTropPeu({ annee, territoire }: Publiable, { nature, ponderationId, poids }: Regle): boolean {
  if (nature !== 'pourcentage' || ponderationId === null) return false;
  const connu = poids?.find((autre) => autre.annee === annee && autre.territoire === territoire);
  return connu !== undefined && connu.poids < SEUIL_DENOMINATEUR;
}

/**
 * Which values of an indicator somebody who did not produce them may not read, by the name of their cell: small counts,
 * what would betray them, and percentages of too few people. `estOuverte`: the values that are the reader's own.
 */
export function masquerValeurs<V extends Publiable>(
  regle: Regle,
  valeurs: readonly V[],
  seuil: number,
  estOuverte: (valeur: V) => boolean = () => false,
): ReadonlyMap<string, Masque> {
  const fragiles = valeurs.filter((valeur) => surTropPeu(valeur, regle) && !estOuverte(valeur));
  const masques = new Map<string, Masque>(fragiles.map((valeur) => [cleDe(valeur), 'masque']));
  if (regle.nature !== 'nombre') return masques;
  for (const annee of Map.groupBy(valeurs, (valeur) => valeur.annee).values()) {
    const comptees = annee.flatMap((valeur) =>
      // The figure of the EPCI stands beside those of the quartiers and is not their sum.
      typeof valeur.valeur === 'number' && mailleDe(valeur.territoire) === regle.maille
        ? [{ ...valeur, cle: cleDe(valeur), nombre: valeur.valeur, ouverte: estOuverte(valeur) }]
        : [],
    );
    const table = tableDe(comptees, regle, (nombre, part) => estPetitNombre(nombre, regle, seuil, part));
    const publiees = new Set(comptees.map(({ cle }) => cle));
    for (const [cle, masque] of masquer(table, seuil)) if (publiees.has(cle)) masques.set(cle, masque);
  }
  return masques;
}
