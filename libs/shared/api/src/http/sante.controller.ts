import { Controller, Get, SetMetadata, VERSION_NEUTRAL } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Base } from '../base/base';
import { Arret } from './arret';
import { indisponible } from './probleme.exception';

/** Metadata key by which the access guard knows a route that anybody may call. */
export const ROUTE_PUBLIQUE = 'pleniere:publique';

const TABLE_ABSENTE = '42P01';

/** Health of the process, for a supervisor. */
@Controller({ path: 'health', version: VERSION_NEUTRAL })
@SetMetadata(ROUTE_PUBLIQUE, true)
export class SanteController {
  constructor(
    private readonly base: Base,
    private readonly arret: Arret,
    private readonly source: DataSource,
  ) {}

  /** The process answers. */
  @Get('live')
  live(): { statut: 'ok' } {
    return { statut: 'ok' };
  }

  /** The process can serve: it is not about to stop, the database answers and has the schema of this version; 503 says why not. */
  @Get('ready')
  async ready(): Promise<{ statut: 'ok' }> {
    if (this.arret.annonce) throw indisponible('Ce processus va s’arrêter.');
    const faites = await this.migrationsFaites();
    // During a rolling upgrade the schema is ahead of the processes that are about to stop: they still serve.
    const manquantes = this.source.migrations.filter(({ name, constructor }) => !faites.has(name ?? constructor.name));
    if (manquantes.length > 0) {
      throw indisponible(
        'La base de données n’a pas encore le schéma de cette version\u00A0: lancez la commande «\u00A0migrer\u00A0».',
      );
    }
    return { statut: 'ok' };
  }

  private async migrationsFaites(): Promise<Set<string>> {
    try {
      const { rows } = await this.base.pool.query<{ name: string }>('select name from migrations');
      return new Set(rows.map(({ name }) => name));
    } catch (erreur) {
      if ((erreur as { code?: string }).code === TABLE_ABSENTE) return new Set();
      throw indisponible('La base de données ne répond pas.');
    }
  }
}
