import { Injectable } from '@nestjs/common';
import { Base } from '@pleniere/shared/api';

const IDENTIFIANT = 'select id from fiche_en_vigueur where contrat_id = $1 and code = $2';

/** Fiches in force, by the codes that residents' pages name them by. */
@Injectable()
export class FichesPubliquesReader {
  constructor(private readonly base: Base) {}

  /** Id of a fiche in force, null when no fiche has that code. */
  async identifiant(contratId: string, code: string): Promise<string | null> {
    const [ligne] = await this.base.lire<{ id: string }>('site-fiche-id', IDENTIFIANT, [contratId, code]);
    return ligne?.id ?? null;
  }
}
