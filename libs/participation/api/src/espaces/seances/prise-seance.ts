import { Injectable } from '@nestjs/common';
import { Autorisation } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { StatutSeance } from '@pleniere/participation/domain';
import { introuvable } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { SEANCE_TENUE } from './lectures';

/** Where a séance stands, while a transaction holds it. */
export interface SeancePrise {
  organisationId: string;
  version: number;
  statut: StatutSeance;
  date: string;
  lieu: string;
  compteRendu: string;
  niveauParticipation: string | null;
  presencesSaisies: boolean;
}

/** Takes a séance for whoever animates its espace, so that what is written of it is written one after the other. */
@Injectable()
export class PriseSeance {
  constructor(private readonly autorisation: Autorisation) {}

  /** Throws 404 when the contrat has no such séance, 403 when the actor does not animate its espace. */
  async prendre(tx: EntityManager, acteur: Acteur, id: string): Promise<SeancePrise> {
    const { contratId } = acteur;
    const [prise] = await tx.query<SeancePrise[]>(SEANCE_TENUE, [contratId, id]);
    if (!prise) throw introuvable('Cette séance');
    this.autorisation.exiger(acteur, 'espaces.animer', { contratId, organisationIds: [prise.organisationId] });
    return prise;
  }
}
