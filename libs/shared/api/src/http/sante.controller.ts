import { Controller, Get, SetMetadata, VERSION_NEUTRAL } from '@nestjs/common';
import { Base } from '../base/base';
import { Arret } from './arret';
import { indisponible } from './probleme.exception';

/** Metadata key by which the access guard knows a route that anybody may call. */
export const ROUTE_PUBLIQUE = 'pleniere:publique';

/** Health of the process, for a supervisor. */
@Controller({ path: 'health', version: VERSION_NEUTRAL })
@SetMetadata(ROUTE_PUBLIQUE, true)
export class SanteController {
  constructor(
    private readonly base: Base,
    private readonly arret: Arret,
  ) {}

  /** The process answers. */
  @Get('live')
  live(): { statut: 'ok' } {
    return { statut: 'ok' };
  }

  /** The process can serve: it is not about to stop, the database answers and its schema is there. */
  @Get('ready')
  async ready(): Promise<{ statut: 'ok' }> {
    if (this.arret.annonce) throw indisponible('Ce processus va s’arrêter.');
    await this.base.pool.query('select 1 from contrat limit 1');
    return { statut: 'ok' };
  }
}
