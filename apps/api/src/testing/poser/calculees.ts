import type { INestApplication } from '@nestjs/common';
import type { Calcul } from '@pleniere/indicateurs/domain';
import { Base } from '@pleniere/shared/api';
import type { ContratDeTest } from '../creer-contrat';

const CALCULEE = `
  insert into valeur_calculee (contrat_id, indicateur_id, annee, commune_code, qpv_code, rang, calcul, valeur, n, phrase, formule_version,
    empreinte, faits)
  select $1, $2, 2025, case when code ~ '^[0-9]' then code end, case when code ~ '^QN' then code end, $5::int, $3, valeur, 0, 'Essai.', '1',
    encode(sha256(convert_to(code || ($5::int)::text, 'UTF8')), 'hex'), '[]'
  from json_each_text($4) as lues(code, texte), lateral (select texte::numeric as valeur) v`;

/** Values of 2025 as if they had been computed from facts, by territory. */
export async function poserCalculees(
  app: INestApplication,
  { contratId }: ContratDeTest,
  { id, calcul }: { id: string; calcul: Calcul },
  valeurs: Readonly<Record<string, number | null>>,
  rang = 1,
): Promise<void> {
  await app.get(Base).pool.query(CALCULEE, [contratId, id, calcul, JSON.stringify(valeurs), rang]);
}
