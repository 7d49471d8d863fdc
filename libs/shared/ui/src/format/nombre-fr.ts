import { Pipe, type PipeTransform } from '@angular/core';
import { FINE, formaterNombre, INSECABLE } from '@pleniere/shared/domain';

/** « 1 060 119,5 habitants »: French number with its unit; empty for an unknown number. */
@Pipe({ name: 'nombreFr' })
export class NombreFr implements PipeTransform {
  transform(nombre: number | null | undefined, unite?: string | null, decimales?: number): string {
    if (nombre === null || nombre === undefined) return '';
    const ecrit = formaterNombre(nombre, decimales);
    if (!unite) return ecrit;
    return `${ecrit}${unite === '%' ? FINE : INSECABLE}${unite}`;
  }
}
