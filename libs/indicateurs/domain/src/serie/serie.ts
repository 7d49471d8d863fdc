import { agreger } from './agregat';
import { type Agregation, estAttendue, estNumerique, type Indicateur, type Maille } from '../definition/indicateur';
import { LIBELLES_ABSENCES } from '../indicateurs.labels';
import type { Absence, Contenu, Qualite, Territoire, Valeur } from '../saisie/valeur';

/** What a territory weighs in a weighted mean, from a year on (its population) or in that very year (another indicator). */
export interface Poids {
  territoire: Territoire;
  annee: number;
  poids: number;
}

/** An indicator with all its values; `poids` goes with a weighted mean. */
export type IndicateurAvecValeurs = Indicateur & { valeurs: Valeur[]; poids?: Poids[] | null };

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
  absence: Absence | 'non-mesure' | 'non-renseigne' | 'sans-total' | 'sans-poids' | null;
  /** Null for one territory. */
  couverture: Couverture | null;
  /** True for the first year of a new definition: nothing crosses it. */
  rupture?: boolean;
}

const RAISONS = {
  'non-mesure': 'non mesuré',
  'non-renseigne': 'non renseigné',
  'sans-total': 'ne se totalise pas',
  'sans-poids': 'poids inconnus',
} as const;

/** Why a year of a series is empty, in words; empty for a value. */
export function raisonDuVide(absence: AnneeDeSerie['absence']): string {
  if (absence === null) return '';
  return absence in RAISONS ? RAISONS[absence as keyof typeof RAISONS] : LIBELLES_ABSENCES[absence as Absence].long;
}

/** Rules by which territories make one figure. */
const TOTALISANTES: readonly Agregation[] = ['somme', 'moyenne', 'moyenne-ponderee'];

const NOMS_DES_MAILLES: Readonly<Record<Maille, string>> = { contrat: 'contrat', commune: 'villes', qpv: 'QPV' };

/** « 9 QPV sur 13 ». */
export function libelleCouverture({ renseignes, attendus }: Couverture, maille: Maille): string {
  return `${renseignes}\u00A0${NOMS_DES_MAILLES[maille]} sur\u00A0${attendus}`;
}

/** True when territories make one figure: a sum or a mean of numbers. */
export function seRassemble({ nature, agregation }: Pick<Indicateur, 'nature' | 'agregation'>): boolean {
  return estNumerique(nature) && TOTALISANTES.includes(agregation);
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

function marquerRuptures({ ruptures }: Indicateur, serie: AnneeDeSerie[]): AnneeDeSerie[] {
  if (ruptures.length === 0) return serie;
  const premieres = new Set(ruptures.map(({ depuis }) => depuis));
  return serie.map((annee) => (premieres.has(annee.annee) ? { ...annee, rupture: true } : annee));
}

/** Years of the contrat as one territory knows them. */
export function serieDuTerritoire(
  indicateur: IndicateurAvecValeurs,
  territoire: Territoire,
  annees: readonly number[],
  anneeCourante: number,
): AnneeDeSerie[] {
  const serie = annees.map((annee): AnneeDeSerie => {
    const connue = indicateur.valeurs.find(
      (valeur) => valeur.annee === annee && valeur.territoire === territoire && valeur.ventilation === 'total',
    );
    if (!connue) return vide(indicateur, annee, anneeCourante);
    const { valeur, absence, qualite } = connue;
    const nombre = typeof valeur === 'number' ? valeur : null;
    return { annee, valeur, nombre, qualite: absence ? null : qualite, absence, couverture: null };
  });
  return marquerRuptures(indicateur, serie);
}

/** Weight of a territory in a year: its last known population, or what the weighing indicator says of that very year. */
function poidsDe(
  { poids, ponderationId }: IndicateurAvecValeurs,
  territoire: Territoire,
  annee: number,
): number | null {
  const connus = (poids ?? []).filter((poids) => poids.territoire === territoire && poids.annee <= annee);
  const dernier = connus.reduce<Poids | null>((tard, autre) => (tard && tard.annee > autre.annee ? tard : autre), null);
  return dernier && (ponderationId === null || dernier.annee === annee) ? dernier.poids : null;
}

function rassembler(
  indicateur: IndicateurAvecValeurs,
  territoires: readonly Territoire[],
  annee: number,
): Pick<AnneeDeSerie, 'nombre' | 'qualite' | 'absence'> & { couverture: Couverture } {
  const connues = indicateur.valeurs.filter(
    (valeur) =>
      valeur.annee === annee &&
      valeur.ventilation === 'total' &&
      valeur.absence === null &&
      territoires.includes(valeur.territoire),
  );
  const nombres = connues.map(({ valeur }) => (typeof valeur === 'number' ? valeur : null));
  const poids = connues.map(({ territoire }) => poidsDe(indicateur, territoire, annee));
  const { valeur, ...couverture } = agreger(nombres, indicateur.agregation, territoires.length, poids);
  const refus = !seRassemble(indicateur) ? 'sans-total' : valeur === null ? 'sans-poids' : null;
  if (connues.length === 0 || refus !== null) {
    const renseignes = connues.length;
    const absence = renseignes === 0 ? 'non-renseigne' : refus;
    return { nombre: null, qualite: null, absence, couverture: { ...couverture, renseignes } };
  }
  const qualite = connues.every((connue) => connue.qualite === 'definitive') ? 'definitive' : 'provisoire';
  return { nombre: valeur, qualite, absence: null, couverture };
}

/**
 * Years of the contrat over several territories, by the indicator's own rule and with its coverage; a year whose values
 * do not add says so instead of a number.
 */
export function serieRassemblee(
  indicateur: IndicateurAvecValeurs,
  territoires: readonly Territoire[],
  annees: readonly number[],
  anneeCourante: number,
): AnneeDeSerie[] {
  const serie = annees.map((annee): AnneeDeSerie => {
    const rassemblee = rassembler(indicateur, territoires, annee);
    if (rassemblee.couverture.renseignes === 0) return vide(indicateur, annee, anneeCourante);
    return { annee, valeur: rassemblee.nombre, ...rassemblee };
  });
  return marquerRuptures(indicateur, serie);
}
