import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import type { SanteVotes } from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import { exigerConsultation } from '../cycle/existence';
import { SANTE } from './sante.sql';

/** Whether enough people see each proposition, and how they come; never which one leads. */
@Injectable()
export class SanteDesVotes {
  constructor(private readonly base: Base) {}

  /** How the votes of a consultation are spread; throws 404 when the contrat has no such one. */
  async lire({ contratId }: Acteur, id: string): Promise<SanteVotes> {
    await exigerConsultation(this.base, contratId, id);
    const [ligne] = await this.base.lire<{ reponse: SanteVotes }>('sante-votes', SANTE, [contratId, id]);
    return ligne?.reponse as SanteVotes;
  }
}
