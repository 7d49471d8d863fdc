import { sansAccents } from '@pleniere/shared/domain';
import type { ConsultationExterne } from '../suites/suites';

type DateExterne = ConsultationExterne['dates'][number];

/** A date of somebody else’s consultation, with the days that were announced for it before. */
export interface DateSuivie extends DateExterne {
  avant: DateExterne[];
}

/** Dates that bear the same words are one date that moved: the last line is what it came to. */
export function histoireDesDates(dates: readonly DateExterne[]): DateSuivie[] {
  return [...Map.groupBy(dates, ({ libelle }) => sansAccents(libelle)).values()].flatMap((annonces) => {
    const derniere = annonces.at(-1);
    return derniere ? [{ ...derniere, avant: annonces.slice(0, -1) }] : [];
  });
}

/** An ISO day of « 13/09/2025 » or « 2025-09-13 »; null for what is not a day. */
export function lireJour(texte: string): string | null {
  const [, jour, mois, annee] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(texte) ?? [];
  const iso = jour && mois && annee ? `${annee}-${mois.padStart(2, '0')}-${jour.padStart(2, '0')}` : texte;
  const date = new Date(`${iso}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(iso) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
    ? iso
    : null;
}
