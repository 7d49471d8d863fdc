import { FINE, INSECABLE } from '@pleniere/shared/domain';
import { type Dimension, estNumerique, type Indicateur } from '../definition/indicateur';
import { formaterAvecUnite, formaterValeur } from '../indicateurs.labels';
import type { Cellule, Valeur, Ventilation } from '../saisie/valeur';

/** What a value can be questioned for; it is never refused for it. */
export const REGLES_ALERTE = ['bornes', 'pourcentage', 'variation', 'cumul', 'ventilation', 'total-manquant'] as const;
/** Slug of one of these rules. */
export type RegleAlerte = (typeof REGLES_ALERTE)[number];

/** A doubt about a value, in a sentence with its figures; a comment on the value answers it. */
export interface Alerte {
  regle: RegleAlerte;
  texte: string;
  /** True when the value bears a comment. */
  expliquee: boolean;
}

/** Part of a definition that says what is plausible. */
export type RegleQualite = Pick<
  Indicateur,
  | 'nature'
  | 'decimales'
  | 'unite'
  | 'modalites'
  | 'periodicite'
  | 'anneesPonctuelles'
  | 'borneMin'
  | 'borneMax'
  | 'cumulatif'
  | 'ruptures'
>;

/** A value to judge, written or about to be. */
export type ValeurJugee = Cellule & Pick<Valeur, 'valeur' | 'absence'> & Partial<Pick<Valeur, 'commentaire'>>;

/** Parts of each breakdown: those that make the total, then the people of whom it is not known. */
export const PARTIES: Readonly<Record<Dimension, readonly [connues: readonly Ventilation[], reste: Ventilation]>> = {
  sexe: [['femmes', 'hommes'], 'sexe-non-precise'],
  age: [['moins-15', '15-24', '25-59', '60-74', '75-plus'], 'age-non-precise'],
};

const MOTS_DIMENSIONS: Readonly<Record<Dimension, string>> = {
  sexe: 'La répartition par sexe',
  age: 'La répartition par âge',
};
// Sums of cents are not exact.
const EGALITE = 1e-6;

type Doute = Omit<Alerte, 'expliquee'>;

function nombreDe(valeur: ValeurJugee | undefined): number | null {
  return typeof valeur?.valeur === 'number' ? valeur.valeur : null;
}

/** True when no definition changed between two years: figures are compared within one definition only. */
function memeDefinition({ ruptures }: RegleQualite, avant: number, apres: number): boolean {
  return !ruptures.some(({ depuis }) => depuis > avant && depuis <= apres);
}

/** Last year at which the indicator was measured before this one. */
function mesurePrecedente({ periodicite, anneesPonctuelles }: RegleQualite, annee: number): number | null {
  if (periodicite === 'annuelle') return annee - 1;
  const avant = anneesPonctuelles.filter((ponctuelle) => ponctuelle < annee);
  return avant.length > 0 ? Math.max(...avant) : null;
}

/** Value that this one is compared with: the same cell, the last time it was measured under the same definition. */
export function valeurPrecedente<T extends ValeurJugee>(
  cellule: Cellule,
  indicateur: RegleQualite,
  voisines: readonly T[],
): T | null {
  const annee = mesurePrecedente(indicateur, cellule.annee);
  if (annee === null || !memeDefinition(indicateur, annee, cellule.annee)) return null;
  return voisines.find((autre) => autre.annee === annee && memePlace(autre, cellule)) ?? null;
}

function memePlace(une: Cellule, autre: Cellule): boolean {
  const memeTerritoire = une.indicateurId === autre.indicateurId && une.territoire === autre.territoire;
  return memeTerritoire && une.ventilation === autre.ventilation;
}

function auxBornes(nombre: number, indicateur: RegleQualite): Doute[] {
  const { borneMin, borneMax } = indicateur;
  const ecrire = (valeur: number) => formaterAvecUnite(valeur, indicateur);
  if (borneMin !== null && nombre < borneMin) {
    return [
      { regle: 'bornes', texte: `${ecrire(nombre)}, c’est moins que le minimum plausible (${ecrire(borneMin)}).` },
    ];
  }
  if (borneMax !== null && nombre > borneMax) {
    return [
      { regle: 'bornes', texte: `${ecrire(nombre)}, c’est plus que le maximum plausible (${ecrire(borneMax)}).` },
    ];
  }
  return [];
}

function auPourcentage(nombre: number, indicateur: RegleQualite): Doute[] {
  if (indicateur.nature !== 'pourcentage' || nombre <= 100) return [];
  return [{ regle: 'pourcentage', texte: `${formaterValeur(nombre, indicateur)} dépasse 100${FINE}%.` }];
}

// A count since the beginning of the contrat doubles by itself in its second year: only its fall is questioned.
function aLaVariation(nombre: number, avant: ValeurJugee | null, indicateur: RegleQualite): Doute[] {
  const precedent = nombreDe(avant ?? undefined);
  if (avant === null || precedent === null || precedent <= 0 || indicateur.cumulatif) return [];
  const sens = nombre > precedent * 2 ? 'plus du double' : nombre < precedent / 2 ? 'moins de la moitié' : null;
  if (sens === null) return [];
  const [ecrit, ancien] = [formaterAvecUnite(nombre, indicateur), formaterAvecUnite(precedent, indicateur)];
  return [{ regle: 'variation', texte: `${ecrit}, c’est ${sens} de ${avant.annee} (${ancien}).` }];
}

function auCumul(
  nombre: number,
  saisie: ValeurJugee,
  indicateur: RegleQualite,
  voisines: readonly ValeurJugee[],
): Doute[] {
  if (!indicateur.cumulatif) return [];
  const anterieures = voisines.filter(
    (autre) =>
      autre.annee < saisie.annee &&
      memePlace(autre, saisie) &&
      nombreDe(autre) !== null &&
      memeDefinition(indicateur, autre.annee, saisie.annee),
  );
  const derniere = anterieures.reduce<ValeurJugee | undefined>(
    (retenue, autre) => (retenue && retenue.annee > autre.annee ? retenue : autre),
    undefined,
  );
  const precedent = nombreDe(derniere);
  if (!derniere || precedent === null || nombre >= precedent) return [];
  const [ecrit, ancien] = [formaterAvecUnite(nombre, indicateur), formaterAvecUnite(precedent, indicateur)];
  const texte = `Ce compte s’ajoute d’année en année et ne peut pas baisser${INSECABLE}: ${ancien} en ${derniere.annee}, ${ecrit} en ${saisie.annee}.`;
  return [{ regle: 'cumul', texte }];
}

function partiesDe(cellule: Cellule, voisines: readonly ValeurJugee[]): (ventilation: Ventilation) => number | null {
  const { annee } = cellule;
  return (ventilation) =>
    nombreDe(voisines.find((autre) => autre.annee === annee && memePlace(autre, { ...cellule, ventilation })));
}

// A complete breakdown makes the total; an incomplete one cannot be more than it.
function auTotal(total: number, saisie: ValeurJugee, indicateur: RegleQualite, voisines: readonly ValeurJugee[]) {
  const partie = partiesDe(saisie, voisines);
  return (Object.keys(PARTIES) as Dimension[]).flatMap<Doute>((dimension) => {
    const [connues, reste] = PARTIES[dimension];
    const donnees = [...connues, reste].map(partie).filter((nombre) => nombre !== null);
    const somme = donnees.reduce((cumul, nombre) => cumul + nombre, 0);
    const complete = connues.every((ventilation) => partie(ventilation) !== null);
    const ecart = somme - total;
    if (donnees.length === 0 || Math.abs(ecart) < EGALITE || (ecart < 0 && !complete)) return [];
    const [faite, voulue] = [formaterValeur(somme, indicateur), formaterValeur(total, indicateur)];
    return [{ regle: 'ventilation', texte: `${MOTS_DIMENSIONS[dimension]} fait ${faite}, le total dit ${voulue}.` }];
  });
}

function auTotalAbsent(saisie: ValeurJugee, voisines: readonly ValeurJugee[]): Doute[] {
  if (partiesDe(saisie, voisines)('total') !== null) return [];
  return [{ regle: 'total-manquant', texte: 'Une partie est donnée alors que le total est vide.' }];
}

/**
 * What makes a value doubtful, given the values around it (other years and other parts of the same territory; others
 * are left aside). Nothing for an absence, a text or a list; a scale has neither bounds nor variation.
 */
export function alertesDe(saisie: ValeurJugee, indicateur: RegleQualite, voisines: readonly ValeurJugee[]): Alerte[] {
  const nombre = nombreDe(saisie);
  if (nombre === null || !estNumerique(indicateur.nature) || indicateur.nature === 'echelle') return [];
  const additif = indicateur.nature === 'nombre' || indicateur.nature === 'montant';
  const entier = saisie.ventilation === 'total';
  const doutes = [
    ...(entier ? auxBornes(nombre, indicateur) : []),
    ...auPourcentage(nombre, indicateur),
    ...aLaVariation(nombre, valeurPrecedente(saisie, indicateur, voisines), indicateur),
    ...auCumul(nombre, saisie, indicateur, voisines),
    ...(additif && entier ? auTotal(nombre, saisie, indicateur, voisines) : []),
    ...(additif && !entier ? auTotalAbsent(saisie, voisines) : []),
  ];
  const expliquee = (saisie.commentaire ?? '').trim() !== '';
  return doutes.map((doute) => ({ ...doute, expliquee }));
}
