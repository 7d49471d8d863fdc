import { formaterDate, formaterHeure, INSECABLE, type Refus } from '@pleniere/shared/domain';
import type { DatesConsultation } from './types';
import type { EtapeConsultation, StatutConsultation } from './vocabulaire';

/** What the statut is computed from: the last act of the team, and the dates. */
export interface PhaseConsultation {
  etape: EtapeConsultation;
  suspendue: boolean;
  annulee: boolean;
  /** Null while it is a draft without dates. */
  dates: DatesConsultation | null;
}

/**
 * Statut at an instant of the server: told by the clock and the last act, never typed. The closing instant itself is
 * closed; a suspension ends with the consultation.
 */
export function statutConsultation(
  { etape, suspendue, annulee, dates }: PhaseConsultation,
  maintenant: Date,
): StatutConsultation {
  if (annulee) return 'annulee';
  if (etape !== 'publiee') return etape;
  if (dates === null) return 'brouillon';
  const instant = maintenant.getTime();
  if (instant >= Date.parse(dates.fin)) return 'close';
  if (suspendue) return 'suspendue';
  if (instant < Date.parse(dates.ouverture)) return 'programmee';
  return instant < Date.parse(dates.finPropositions) ? 'ouverte' : 'vote-seul';
}

const FERMEE = 'La consultation est terminée.';
const ATTENTE: Partial<Record<StatutConsultation, string>> = {
  brouillon: 'La consultation n’est pas encore publiée.',
  programmee: 'La consultation n’est pas encore ouverte.',
  suspendue: 'La consultation est suspendue.',
  annulee: 'La consultation est annulée.',
};

/** Why nobody may vote; null when everybody may. */
export function refusVote(statut: StatutConsultation): Refus {
  return statut === 'ouverte' || statut === 'vote-seul' ? null : (ATTENTE[statut] ?? FERMEE);
}

/** Why nobody may propose; null when everybody may. */
export function refusPropositions(statut: StatutConsultation): Refus {
  if (statut === 'vote-seul') return 'Les propositions sont closes\u00A0: vous pouvez encore voter.';
  return statut === 'ouverte' ? null : (ATTENTE[statut] ?? FERMEE);
}

/** Why nobody may erase what they said any more; null while it lasts. Afterwards it stays counted, and nothing tells whose it was. */
export function refusEffacement(statut: StatutConsultation): Refus {
  return statut === 'suspendue' || statut === 'annulee' || refusVote(statut) === null
    ? null
    : 'La consultation est close\u00A0: ce que vous avez dit reste compté, sans rien qui vous désigne.';
}

/** Why these dates do not follow one another; null when they do. */
export function refusDates({ ouverture, finPropositions, fin }: DatesConsultation): Refus {
  if (!(Date.parse(ouverture) < Date.parse(finPropositions))) return 'Les propositions ferment après l’ouverture.';
  return Date.parse(finPropositions) <= Date.parse(fin) ? null : 'Les votes ne ferment pas avant les propositions.';
}

/** Why dates may not become these ones; a date that has passed is a fact, and a closed consultation never opens again. */
export function refusChangementDates(phase: PhaseConsultation, nouvelles: DatesConsultation, maintenant: Date): Refus {
  const statut = statutConsultation(phase, maintenant);
  if (statut === 'brouillon' || phase.dates === null) return refusDates(nouvelles);
  if (!['programmee', 'ouverte', 'vote-seul', 'suspendue'].includes(statut))
    return 'Les dates d’une consultation terminée ne changent plus.';
  for (const champ of ['ouverture', 'finPropositions', 'fin'] as const) {
    const [ancienne, nouvelle] = [Date.parse(phase.dates[champ]), Date.parse(nouvelles[champ])];
    if (ancienne === nouvelle) continue;
    if (ancienne <= maintenant.getTime()) return `${DATES[champ]} a déjà eu lieu\u00A0: elle ne change plus.`;
    if (nouvelle < maintenant.getTime()) return `${DATES[champ]} ne peut pas être dans le passé.`;
  }
  return refusDates(nouvelles);
}

const DATES = {
  ouverture: 'L’ouverture',
  finPropositions: 'La fin des propositions',
  fin: 'La fin des votes',
} as const;

/** « jusqu’au 13 septembre 2026 à 18 h 00 ». */
export function jusquAu(iso: string): string {
  return `jusqu’au ${formaterDate(iso)} à${INSECABLE}${formaterHeure(iso)}`;
}
