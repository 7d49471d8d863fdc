import { FINE, formaterNombre, INSECABLE } from '@pleniere/shared/domain';

/** Thresholds by which the propositions of a consultation are classed: frozen when it opens, printed in its report. */
export interface SeuilsConsultation {
  /** Lower bounds (Wilson) of the shares that make each class. */
  plebiscitee: number;
  controversee: number;
  rejetee: number;
  /** Share of « pas compris » from which a proposition is to be written again. */
  incomprise: number;
  /** Votes under which a result is fragile. */
  votesFiables: number;
  /** Smallest count of people that is shown. */
  cellule: number;
}

/** Thresholds of a consultation unless its team says otherwise before it opens. */
export const SEUILS_PAR_DEFAUT: SeuilsConsultation = {
  plebiscitee: 0.6,
  controversee: 0.25,
  rejetee: 0.5,
  incomprise: 0.2,
  votesFiables: 30,
  cellule: 11,
};

/** Thresholds as they were frozen; what was not, or is no number, is the usual one. The cell never goes under eleven. */
export function seuilsGeles(geles: Readonly<Record<string, unknown>>): SeuilsConsultation {
  const lire = (cle: keyof SeuilsConsultation) => {
    const lu = geles[cle];
    return typeof lu === 'number' && Number.isFinite(lu) && lu > 0 ? lu : SEUILS_PAR_DEFAUT[cle];
  };
  return {
    plebiscitee: lire('plebiscitee'),
    controversee: lire('controversee'),
    rejetee: lire('rejetee'),
    incomprise: lire('incomprise'),
    votesFiables: lire('votesFiables'),
    cellule: Math.max(SEUILS_PAR_DEFAUT.cellule, lire('cellule')),
  };
}

/** « 60 % ». */
export function enPourcent(part: number, decimales = 0): string {
  return `${formaterNombre(100 * part, decimales)}${FINE}%`;
}

/** The thresholds in sentences, for the method note of the report. */
export function phrasesSeuils(seuils: SeuilsConsultation): string[] {
  const { plebiscitee, controversee, rejetee, incomprise, votesFiables, cellule } = seuils;
  return [
    `Plébiscitée${INSECABLE}: au moins ${enPourcent(plebiscitee)} d’accord, marge d’erreur déduite, et au moins ${votesFiables} votes.`,
    `Controversée${INSECABLE}: au moins ${enPourcent(controversee)} d’accord et au moins ${enPourcent(controversee)} pas d’accord, marges déduites.`,
    `Rejetée${INSECABLE}: au moins ${enPourcent(rejetee)} pas d’accord, marge déduite.`,
    `Incomprise${INSECABLE}: au moins ${enPourcent(incomprise)} de «${FINE}Pas compris${FINE}», sur au moins ${votesFiables} votes.`,
    `Résultat fragile${INSECABLE}: moins de ${votesFiables} votes.`,
    `Un nombre de personnes inférieur à ${cellule} n’est jamais montré.`,
  ];
}
