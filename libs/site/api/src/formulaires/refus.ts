import { traduire } from '@pleniere/shared/api';

/** A refusal that the page of the form tells, beside what was typed. */
export interface Refus {
  status: number;
  message: string;
  /** By name of field. */
  champs: Readonly<Record<string, string>>;
}

/** Failures that somebody can mend on the page where they are. */
const REPARABLES = [400, 409, 422, 429];

/** The refusal to tell on the page; what nobody can mend there is thrown again. */
export function refusDe(erreur: unknown): Refus {
  const { status, title, detail, errors = [] } = traduire(erreur);
  if (!REPARABLES.includes(status)) throw erreur;
  const champs = Object.fromEntries(errors.map(({ pointer, detail: raison }) => [pointer.replace(/^\//, ''), raison]));
  return { status, message: [title, detail].filter(Boolean).join(' '), champs };
}

/** A refusal of this site, field by field; null when there is nothing to say. */
export function refusDesChamps(
  message: string,
  champs: Readonly<Record<string, string | null | undefined | false>>,
): Refus | null {
  const dits = Object.entries(champs).flatMap(([nom, raison]) => (raison ? [[nom, raison] as const] : []));
  return dits.length === 0 ? null : { status: 422, message, champs: Object.fromEntries(dits) };
}
