import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import { Direct } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';

/** Tells the screens on which a séance is open that it moved: a decision, who came, the agenda; never what. */
@Injectable()
export class AnnoncesSeance {
  constructor(private readonly direct: Direct) {}

  publier(tx: EntityManager, { contratId }: Acteur, seanceId: string): Promise<void> {
    return this.direct.publier(tx, contratId, { type: 'seance', objetId: seanceId, visibilite: 'tous' });
  }
}
