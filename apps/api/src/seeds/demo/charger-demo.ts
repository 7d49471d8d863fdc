import type { DataSource, EntityManager } from 'typeorm';
import { AMBOISE } from './amboise/contrat';
import { inserer } from './lignes/insertion';
import { lotsDuCadre } from './lignes/cadre';
import { lotsDesFiches } from './lignes/fiches';
import { lotsDesIndicateurs } from './lignes/indicateurs';
import { lotDuJournal } from './lignes/journal';
import type { ContratDemo } from './modele';
import { TMVL } from './tmvl/contrat';
import { typographier } from './typographie';

async function chargerContrat(tx: EntityManager, ecrit: ContratDemo): Promise<void> {
  const demo = typographier(ecrit);
  const lots = [...(await lotsDuCadre(demo)), ...lotsDesFiches(demo), ...lotsDesIndicateurs(demo), lotDuJournal(demo)];
  for (const lot of lots) await inserer(tx, lot);
}

/** Fills an empty database with the demo contrats, all or nothing; a database that holds a contrat is left as it is. */
export async function chargerDemo(source: DataSource): Promise<void> {
  await source.transaction(async (tx) => {
    const contrats = await tx.query<unknown[]>('select 1 from contrat limit 1');
    if (contrats.length > 0) return;
    for (const demo of [TMVL, AMBOISE]) await chargerContrat(tx, demo);
  });
}
