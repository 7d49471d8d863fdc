import { Injectable } from '@nestjs/common';
import { Base } from '@pleniere/shared/api';

const IDENTIFIANT = 'select id from fiche_en_vigueur where contrat_id = $1 and code = $2';

const PAR_ENJEU = `
  select coalesce(json_agg(json_build_object('classe', 'enjeu-' || e.type || '-' || e.numero, 'intitule', e.intitule,
    'fiches', f.nombre) order by e.type desc, e.numero), '[]') as reponse
  from enjeu e join (
    select enjeu_id, count(*)::int as nombre from fiche_en_vigueur where contrat_id = $1 group by enjeu_id) f on f.enjeu_id = e.id
  where e.contrat_id = $1`;

/** An enjeu of which fiches are in force, with the class of its hue. */
export interface EnjeuEngage {
  classe: string;
  intitule: string;
  fiches: number;
}

/** Fiches in force, by the codes that residents' pages name them by. */
@Injectable()
export class FichesPubliquesReader {
  constructor(private readonly base: Base) {}

  /** How many are in force, by enjeu: nothing of their content is opened. */
  async parEnjeu(contratId: string): Promise<EnjeuEngage[]> {
    const [ligne] = await this.base.lire<{ reponse: EnjeuEngage[] }>('site-enjeux', PAR_ENJEU, [contratId]);
    return ligne?.reponse ?? [];
  }

  /** Id of a fiche in force, null when no fiche has that code. */
  async identifiant(contratId: string, code: string): Promise<string | null> {
    const [ligne] = await this.base.lire<{ id: string }>('site-fiche-id', IDENTIFIANT, [contratId, code]);
    return ligne?.id ?? null;
  }
}
