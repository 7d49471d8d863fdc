import {
  type BilanDecision,
  type Cellule,
  formaterAvecUnite,
  type IndicateurAVerifier,
  LIBELLES_ABSENCES,
  LIBELLES_VENTILATIONS,
  type Valeur,
  type ValeurAVerifier,
} from '@pleniere/indicateurs/domain';
import { accorder, INSECABLE } from '@pleniere/shared/domain';

/** Which values are shown: those in doubt, the others, or those that wait for their author. */
export const VUES_VERIFICATION = ['alerte', 'sans-alerte', 'retournee'] as const;
/** Slug of a view. */
export type VueVerification = (typeof VUES_VERIFICATION)[number];

/** French label of each view. */
export const LIBELLES_VUES: Readonly<Record<VueVerification, string>> = {
  alerte: 'Avec alerte',
  'sans-alerte': 'Sans alerte',
  retournee: 'Retournées',
};

/** View that a value belongs to. */
export function vueDe({ statut, alertes }: ValeurAVerifier): VueVerification {
  if (statut === 'brouillon') return 'retournee';
  return alertes.length > 0 ? 'alerte' : 'sans-alerte';
}

/** A value in words, an absence as its reason. */
export function direValeur(
  { valeur, absence }: Pick<Valeur, 'valeur' | 'absence'>,
  indicateur: Parameters<typeof formaterAvecUnite>[1],
): string {
  return absence ? LIBELLES_ABSENCES[absence].long : formaterAvecUnite(valeur, indicateur);
}

/** « Sanitas, 2026 », with the part of the people when it is not all of them. */
export function direLieu({ annee, ventilation }: Cellule, territoire: string): string {
  const part = ventilation === 'total' ? '' : `, ${LIBELLES_VENTILATIONS[ventilation].toLowerCase()}`;
  return `${territoire}, ${annee}${part}`;
}

/** « 12 valeurs validées ». */
export function direDecision({ decidees }: BilanDecision, decision: 'valider' | 'retourner'): string {
  const [un, plusieurs] =
    decision === 'valider' ? ['valeur validée', 'valeurs validées'] : ['valeur retournée', 'valeurs retournées'];
  return accorder(decidees.length, un, plusieurs);
}

/** What was left undecided, one sentence per value. */
export function direReste(
  { perimees, refusees }: BilanDecision,
  indicateurs: ReadonlyMap<string, IndicateurAVerifier>,
  nommer: (territoire: string) => string,
): string[] {
  const ou = (cellule: Cellule) =>
    `${indicateurs.get(cellule.indicateurId)?.libelle ?? 'Indicateur'}, ${direLieu(cellule, nommer(cellule.territoire))}`;
  return [
    ...perimees.map((actuelle) => {
      const indicateur = indicateurs.get(actuelle.indicateurId);
      const devenue =
        actuelle.version === null ? 'vidée' : `devenue ${indicateur ? direValeur(actuelle, indicateur) : ''}`;
      return `${ou(actuelle)}${INSECABLE}: la valeur a changé entre-temps (${devenue}).`;
    }),
    ...refusees.map((refusee) => `${ou(refusee)}${INSECABLE}: ${refusee.detail}`),
  ];
}
