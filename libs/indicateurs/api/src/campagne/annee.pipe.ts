import { Injectable, type PipeTransform } from '@nestjs/common';
import { introuvable } from '@pleniere/shared/api';

/** Reads the year of an address; what is not one names no campagne, so 404. */
@Injectable()
export class AnneePipe implements PipeTransform<string, number> {
  transform(annee: string): number {
    if (!/^2\d{3}$/.test(annee)) throw introuvable('Cette campagne');
    return Number(annee);
  }
}
