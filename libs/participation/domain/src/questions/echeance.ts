import { jourDeParis } from '@pleniere/shared/domain';
import { ETATS_EN_ATTENTE, type EtatQuestion } from './etats';

const JOUR = 86_400_000;

/** Days of the guarantee of an answer: what fiche T 1.1 promises, in civil days of Paris. */
export const DELAIS_QUESTION = {
  /** From the day the question was asked to its échéance, unless the team says otherwise. */
  reponse: 30,
  /** What a service is left with at least, however long the question waited before. */
  minimum: 7,
  /** Relative to the échéance: reminder, second reminder, escalation to the pilote, shown to all as late. */
  rappel: -7,
  relance: 0,
  escalade: 1,
  retardPublic: 15,
} as const;

/** Hours within which a question or a proposition is moderated, nine times out of ten. */
export const DELAI_MODERATION_HEURES = 48;

/** A civil day (ISO, without a time) so many days later; summer time changes nothing to it. */
export function jourApres(jour: string, jours: number): string {
  return new Date(Date.parse(jour) + jours * JOUR).toISOString().slice(0, 10);
}

/** Civil days from one day to another; negative when the second comes first. */
export function joursEntre(debut: string, fin: string): number {
  return Math.round((Date.parse(fin) - Date.parse(debut)) / JOUR);
}

/** Échéance offered when a question is attributed; both moments are instants, read in Paris. */
export function echeanceParDefaut(poseeLe: Date, maintenant: Date): string {
  const promise = jourApres(jourDeParis(poseeLe), DELAIS_QUESTION.reponse);
  const tenable = jourApres(jourDeParis(maintenant), DELAIS_QUESTION.minimum);
  return promise > tenable ? promise : tenable;
}

/** What is done when an answer is awaited, each once per question. */
export const ETAPES_ATTENTE = ['rappel', 'relance', 'escalade', 'retardPublic'] as const;
/** Slug of such a step. */
export type EtapeAttente = (typeof ETAPES_ATTENTE)[number];

/** What is known of an attente. */
export interface Attente {
  etat: EtatQuestion;
  /** Day by which the answer is due, null as long as no service has it. */
  echeance: string | null;
}

/** Day of a step for an échéance. */
export function jourDeLEtape(echeance: string, etape: EtapeAttente): string {
  return jourApres(echeance, DELAIS_QUESTION[etape]);
}

/** Days left before the échéance of an awaited answer, negative when it is late; null when nothing is awaited. */
export function joursRestants({ etat, echeance }: Attente, aujourdhui: string): number | null {
  const attendue = (ETATS_EN_ATTENTE as readonly EtatQuestion[]).includes(etat);
  return attendue && echeance !== null ? joursEntre(aujourdhui, echeance) : null;
}

/** Steps whose day has come, in their order; a task that missed a night does what it missed. */
export function etapesDues(attente: Attente, aujourdhui: string): EtapeAttente[] {
  const restants = joursRestants(attente, aujourdhui);
  if (restants === null) return [];
  return ETAPES_ATTENTE.filter((etape) => -restants >= DELAIS_QUESTION[etape]);
}

/** True when the answer is awaited after its échéance. */
export function estEnRetard(attente: Attente, aujourdhui: string): boolean {
  return (joursRestants(attente, aujourdhui) ?? 0) < 0;
}

/** True when everybody is told « en retard ». */
export function estEnRetardPublic(attente: Attente, aujourdhui: string): boolean {
  return etapesDues(attente, aujourdhui).includes('retardPublic');
}
