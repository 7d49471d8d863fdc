import type { Mandat } from '@pleniere/acteurs/domain';
import { formaterDate } from '@pleniere/shared/domain';

const aujourdhui = () => new Date().toISOString().slice(0, 'aaaa-mm-jj'.length);

/** True on a day of the mandat. */
export function estEnCours({ du, au }: Pick<Mandat, 'du' | 'au'>, jour = aujourdhui()): boolean {
  return du <= jour && (au === null || au >= jour);
}

/** « depuis le 2 janvier 2024 », « du 2 janvier 2024 au 31 août 2025 », « à partir du… » before it begins. */
export function direPeriode({ du, au }: Pick<Mandat, 'du' | 'au'>, jour = aujourdhui()): string {
  if (au !== null) return `du ${formaterDate(du)} au ${formaterDate(au)}`;
  return `${du > jour ? 'à partir du' : 'depuis le'} ${formaterDate(du)}`;
}
