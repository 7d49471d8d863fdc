import { Injectable } from '@nestjs/common';
import { jourDeParis } from '@pleniere/shared/domain';

/** Today in Paris: the one clock of the rules that look at the date; tests set it. */
@Injectable()
export class Horloge {
  /** ISO date, `2026-11-22`. */
  aujourdhui(): string {
    return jourDeParis();
  }

  /** Current year. */
  annee(): number {
    return Number(this.aujourdhui().slice(0, 4));
  }
}
