import { estDansLeContrat, type ErreurDeChamp, type PeriodeContrat, type Refus } from '@pleniere/shared/domain';
import {
  estAttendue,
  estNumerique,
  type Agregation,
  type IndicateurSaisie,
  type Nature,
  type Repere,
} from './indicateur';
import { verifierContenu, type RegleIndicateur } from '../saisie/regles-valeur';
import type { Valeur } from '../saisie/valeur';

/** Years before the contrat in which a baseline may have been measured. */
export const RECUL_REFERENCE = 15;

const AGREGATIONS_PAR_NATURE: Readonly<Record<Nature, readonly Agregation[]>> = {
  nombre: ['somme', 'moyenne', 'moyenne-ponderee', 'derniere', 'aucune'],
  montant: ['somme', 'moyenne', 'moyenne-ponderee', 'derniere', 'aucune'],
  frequence: ['somme', 'moyenne', 'moyenne-ponderee', 'derniere', 'aucune'],
  pourcentage: ['moyenne', 'moyenne-ponderee', 'derniere', 'aucune'],
  echelle: ['derniere', 'aucune'],
  'oui-non': ['derniere', 'aucune'],
  liste: ['derniere', 'aucune'],
  texte: ['derniere', 'aucune'],
};

/** Aggregations that make sense for a nature: percentages are not added, qualitative values are never averaged. */
export function agregationsPossibles(nature: Nature): readonly Agregation[] {
  return AGREGATIONS_PAR_NATURE[nature];
}

function doublon<T>(valeurs: readonly T[]): boolean {
  return new Set(valeurs).size < valeurs.length;
}

function verifierModalites({ nature, modalites }: IndicateurSaisie): Refus {
  if (nature !== 'echelle' && nature !== 'liste') {
    return modalites.length === 0 ? null : 'Seules une échelle et une liste ont des réponses prévues.';
  }
  if (modalites.length < 2) return 'Donnez au moins deux réponses possibles.';
  if (doublon(modalites.map(({ valeur }) => valeur))) return 'Deux réponses ont la même valeur.';
  const chiffrees = modalites.every(({ valeur }) => /^-?\d+$/.test(valeur));
  return nature === 'liste' || chiffrees ? null : 'Chaque degré d’une échelle est un nombre entier.';
}

function verifierAnneesPonctuelles(
  { periodicite, anneesPonctuelles }: IndicateurSaisie,
  periode: PeriodeContrat,
): Refus {
  if (periodicite === 'annuelle') return null;
  if (anneesPonctuelles.length === 0) return 'Donnez les années de mesure.';
  if (doublon(anneesPonctuelles)) return 'Une année de mesure est donnée deux fois.';
  return anneesPonctuelles.every((annee) => estDansLeContrat(annee, periode)) ? null : horsContrat(periode);
}

function horsContrat({ anneeDebut, anneeFin }: PeriodeContrat): string {
  return `L’année doit être comprise entre ${anneeDebut} et ${anneeFin}.`;
}

function verifierRepere(repere: Repere, saisie: IndicateurSaisie, periode: PeriodeContrat): Refus {
  if (!estDansLeContrat(repere.annee, periode)) return horsContrat(periode);
  return estNumerique(saisie.nature) ? verifierContenu(repere.valeur, saisie) : 'Cet indicateur n’est pas chiffré.';
}

/** Checks that a definition holds together; one error per refused part, with its JSON pointer. */
export function verifierDefinition(saisie: IndicateurSaisie, periode: PeriodeContrat): ErreurDeChamp[] {
  const avecRecul = { ...periode, anneeDebut: periode.anneeDebut - RECUL_REFERENCE };
  const refus: Record<string, Refus> = {
    '/ficheId':
      (saisie.type === 'contexte') === (saisie.ficheId === null)
        ? null
        : 'Un indicateur appartient à une fiche, sauf s’il décrit le contexte.',
    '/modalites': verifierModalites(saisie),
    '/agregation': agregationsPossibles(saisie.nature).includes(saisie.agregation)
      ? null
      : 'Des valeurs de cette nature ne se rassemblent pas ainsi.',
    '/anneesPonctuelles': verifierAnneesPonctuelles(saisie, periode),
    '/reference': saisie.reference && verifierRepere(saisie.reference, saisie, avecRecul),
    '/cibles': doublon(saisie.cibles.map(({ annee }) => annee)) ? 'Deux cibles portent sur la même année.' : null,
  };
  saisie.cibles.forEach((cible, rang) => {
    refus[`/cibles/${rang}`] = verifierRepere(cible, saisie, periode);
  });
  return Object.entries(refus).flatMap(([pointer, detail]) => (detail === null ? [] : [{ pointer, detail }]));
}

/**
 * Recorded values that a definition would no longer admit: more decimals than it keeps, an answer taken away, a year at
 * which nothing is measured any more. Absences fit every definition.
 */
export function valeursEcartees<V extends Pick<Valeur, 'annee' | 'valeur'>>(
  valeurs: readonly V[],
  indicateur: RegleIndicateur,
): V[] {
  return valeurs.filter(
    ({ annee, valeur }) =>
      valeur !== null && (!estAttendue(indicateur, annee) || verifierContenu(valeur, indicateur) !== null),
  );
}
