import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import { arriveEnRetard, type Campagne, refusDeCampagne } from '@pleniere/indicateurs/domain';
import { Base } from '@pleniere/shared/api';
import type { Refus } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { Horloge } from '../horloge';
import { TENIR, TENUES } from './campagnes.sql';

/** Campagnes of the years that a batch writes in, as they stay until the end of its transaction. */
export interface CampagnesTenues {
  /** Why the caller may not write a cell of that year and fiche; null when nothing locks it. */
  refus(annee: number, ficheId: string | null): Refus;
  /** True when what is written now in that year comes in after its due date. */
  enRetard(annee: number): boolean;
}

/** Locks of the closed years, for whatever writes values. */
@Injectable()
export class Verrous {
  constructor(
    private readonly base: Base,
    private readonly horloge: Horloge,
  ) {}

  /**
   * Holds the campagnes of these years until the end of the transaction. A closing waits for it, and what asks after a
   * closing sees it: a batch comes wholly before or is refused. Call it before locking values, as the closing does.
   */
  async tenir(tx: EntityManager, acteur: Acteur, annees: Iterable<number>): Promise<CampagnesTenues> {
    const valeurs = [acteur.contratId, [...new Set(annees)]];
    await this.base.lireDans(tx, 'campagnes-tenir', TENIR, valeurs);
    const lignes = await this.base.lireDans<{ reponse: Campagne }>(tx, 'campagnes-tenues', TENUES, valeurs);
    const campagnes = new Map(lignes.map(({ reponse }) => [reponse.annee, reponse]));
    const jour = this.horloge.aujourdhui();
    return {
      refus: (annee, ficheId) => refusDeCampagne(campagnes.get(annee) ?? null, acteur, ficheId, jour),
      enRetard: (annee) => arriveEnRetard(campagnes.get(annee) ?? null, jour),
    };
  }
}
