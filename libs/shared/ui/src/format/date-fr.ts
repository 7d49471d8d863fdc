import { Pipe, type PipeTransform } from '@angular/core';
import { formaterDate, formaterHeure } from '@pleniere/shared/domain';

/** « 12 janvier 2026 », or « 12 janvier 2026 à 14 h 32 » with `'heure'`; empty for an unknown date. */
@Pipe({ name: 'dateFr' })
export class DateFr implements PipeTransform {
  transform(iso: string | null | undefined, precision: 'jour' | 'heure' = 'jour'): string {
    if (!iso) return '';
    return precision === 'heure' ? `${formaterDate(iso)} à ${formaterHeure(iso)}` : formaterDate(iso);
  }
}
