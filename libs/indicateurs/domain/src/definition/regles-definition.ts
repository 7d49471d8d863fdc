import { estDansLeContrat, type ErreurDeChamp, type PeriodeContrat, type Refus } from '@pleniere/shared/domain';
import {
  estAttendue,
  estNumerique,
  type Agregation,
  type Indicateur,
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

// People and euros are split between women and men; a rate, a degree or a text is not a sum of parts.
const NATURES_VENTILABLES: readonly Nature[] = ['nombre', 'montant'];
const NATURES_BORNEES: readonly Nature[] = ['nombre', 'pourcentage', 'montant', 'frequence'];

/** True when values of this nature can be split by sex or age. */
export function seVentile(nature: Nature): boolean {
  return NATURES_VENTILABLES.includes(nature);
}

/** True when plausible bounds make sense for values of this nature. */
export function seBorne(nature: Nature): boolean {
  return NATURES_BORNEES.includes(nature);
}

/** True when values of this nature may count since the beginning of the contrat. */
export function seCumule(nature: Nature): boolean {
  return NATURES_VENTILABLES.includes(nature);
}

/** Why an indicator cannot weigh the values of another: its own values must be quantities of the same territories. */
export function refusDePonderation(
  { nature, agregation, maille }: Pick<Indicateur, 'nature' | 'agregation' | 'maille'>,
  pondere: Pick<Indicateur, 'maille'>,
): Refus {
  if (!seVentile(nature) || agregation === 'moyenne-ponderee') return 'Un poids est un nombre ou un montant.';
  return maille === pondere.maille ? null : 'L’indicateur qui pondère se mesure à une autre échelle de territoire.';
}

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

function verifierPonderation({ agregation, maille, ponderationId }: IndicateurSaisie): Refus {
  if (agregation !== 'moyenne-ponderee')
    return ponderationId === null ? null : 'Seule une moyenne pondérée a des poids.';
  const sansPopulation = ponderationId === null && maille !== 'qpv';
  return sansPopulation
    ? 'La population n’est connue que par quartier\u00A0: choisissez un indicateur qui pondère.'
    : null;
}

function verifierBornes(saisie: IndicateurSaisie): Record<string, Refus> {
  const { borneMin, borneMax, reference, cibles } = saisie;
  const verifier = (borne: number | null): Refus => {
    if (borne === null) return null;
    return seBorne(saisie.nature) ? verifierContenu(borne, saisie) : 'Ces valeurs n’ont pas de bornes.';
  };
  const inverses = borneMin !== null && borneMax !== null && borneMin > borneMax;
  // The bounds are those of a territory, the baseline and the targets of a sum those of all of them.
  const deLEnsemble = saisie.maille !== 'contrat' && saisie.agregation === 'somme';
  const dehors = (deLEnsemble ? [] : [reference, ...cibles]).find(
    (repere) => repere && (repere.valeur < (borneMin ?? -Infinity) || repere.valeur > (borneMax ?? Infinity)),
  );
  const sortie = dehors ? `La référence ou la cible de ${dehors.annee} sort de ces bornes.` : null;
  return {
    '/borneMin': verifier(borneMin),
    '/borneMax': verifier(borneMax) ?? (inverses ? 'La borne haute est sous la borne basse.' : sortie),
  };
}

function verifierCumul({ cumulatif, nature, sens }: IndicateurSaisie): Refus {
  if (!cumulatif) return null;
  if (!seCumule(nature)) return 'Seul un nombre ou un montant se cumule.';
  return sens === 'baisse' ? 'Un cumul depuis le début du contrat ne baisse jamais.' : null;
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
    '/ventilations':
      saisie.ventilations.length === 0 || seVentile(saisie.nature)
        ? null
        : 'Seuls un nombre et un montant se ventilent par sexe ou par âge.',
    '/ponderationId': verifierPonderation(saisie),
    '/numerateur': saisie.denominateur && !saisie.numerateur ? 'Dites aussi ce que l’on compte au numérateur.' : null,
    '/denominateur': saisie.numerateur && !saisie.denominateur ? 'Dites aussi à quoi on le rapporte.' : null,
    '/cumulatif': verifierCumul(saisie),
    ...verifierBornes(saisie),
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
