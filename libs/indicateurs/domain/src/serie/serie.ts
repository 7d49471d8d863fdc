import { agreger } from './agregat';
import { estAttendue, estNumerique, type Indicateur, type Maille } from '../definition/indicateur';
import { LIBELLES_ABSENCES } from '../indicateurs.labels';
import type { Absence, Contenu, Qualite, Territoire, Valeur } from '../saisie/valeur';

/** An indicator with all its values. */
export type IndicateurAvecValeurs = Indicateur & { valeurs: Valeur[] };

/** How many territories answered, of how many expected: « 9 QPV sur 13 ». */
export interface Couverture {
  renseignes: number;
  attendus: number;
}

/** One year of a series: a value, or the reason why there is none. */
export interface AnneeDeSerie {
  annee: number;
  valeur: Contenu;
  /** The value when it is a number that can be drawn. */
  nombre: number | null;
  qualite: Qualite | null;
  absence: Absence | 'non-mesure' | 'non-renseigne' | null;
  /** Null for one territory. */
  couverture: Couverture | null;
}

/** Why a year of a series is empty, in words; empty for a value. */
export function raisonDuVide(absence: AnneeDeSerie['absence']): string {
  if (absence === null) return '';
  if (absence === 'non-mesure') return 'non mesuré';
  return absence === 'non-renseigne' ? 'non renseigné' : LIBELLES_ABSENCES[absence].long;
}

const NOMS_DES_MAILLES: Readonly<Record<Maille, string>> = { contrat: 'contrat', commune: 'villes', qpv: 'QPV' };

/** « 9 QPV sur 13 ». */
export function libelleCouverture({ renseignes, attendus }: Couverture, maille: Maille): string {
  return `${renseignes}\u00A0${NOMS_DES_MAILLES[maille]} sur\u00A0${attendus}`;
}

/** True when territories make one figure: a sum or a mean of numbers. */
export function seRassemble({ nature, agregation }: Pick<Indicateur, 'nature' | 'agregation'>): boolean {
  return estNumerique(nature) && (agregation === 'somme' || agregation === 'moyenne');
}

/** The indicator as it reads for one territory: a baseline and targets set for the whole say nothing of a part. */
export function pourUnTerritoire<I extends Indicateur>(indicateur: I): I {
  const pourLEnsemble = indicateur.maille !== 'contrat' && seRassemble(indicateur);
  return pourLEnsemble ? { ...indicateur, reference: null, cibles: [] } : indicateur;
}

function vide(indicateur: Indicateur, annee: number, anneeCourante: number): AnneeDeSerie {
  const inconnue = annee > anneeCourante ? 'a-venir' : 'non-renseigne';
  const absence = estAttendue(indicateur, annee) ? inconnue : 'non-mesure';
  return { annee, valeur: null, nombre: null, qualite: null, absence, couverture: null };
}

/** Years of the contrat as one territory knows them. */
export function serieDuTerritoire(
  indicateur: IndicateurAvecValeurs,
  territoire: Territoire,
  annees: readonly number[],
  anneeCourante: number,
): AnneeDeSerie[] {
  return annees.map((annee) => {
    const connue = indicateur.valeurs.find(
      (valeur) => valeur.annee === annee && valeur.territoire === territoire && valeur.ventilation === 'total',
    );
    if (!connue) return vide(indicateur, annee, anneeCourante);
    const { valeur, absence, qualite } = connue;
    const nombre = typeof valeur === 'number' ? valeur : null;
    return { annee, valeur, nombre, qualite: absence ? null : qualite, absence, couverture: null };
  });
}

/** Years of the contrat over several territories, by the indicator's own rule and with its coverage. */
export function serieRassemblee(
  indicateur: IndicateurAvecValeurs,
  territoires: readonly Territoire[],
  annees: readonly number[],
  anneeCourante: number,
): AnneeDeSerie[] {
  return annees.map((annee) => {
    const connues = indicateur.valeurs.filter(
      (valeur) =>
        valeur.annee === annee &&
        valeur.ventilation === 'total' &&
        valeur.absence === null &&
        territoires.includes(valeur.territoire),
    );
    const nombres = connues.map(({ valeur }) => (typeof valeur === 'number' ? valeur : null));
    const { valeur, ...couverture } = agreger(nombres, indicateur.agregation, territoires.length);
    if (valeur === null || !seRassemble(indicateur)) return vide(indicateur, annee, anneeCourante);
    const qualite = connues.every((connue) => connue.qualite === 'definitive') ? 'definitive' : 'provisoire';
    return { annee, valeur, nombre: valeur, qualite, absence: null, couverture };
  });
}
