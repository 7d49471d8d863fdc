import type { ContenuArrete } from '@pleniere/plenieres/domain';
import { type Table, dictionnaireDe } from './table';
import { tableFiches } from './table-fiches';
import { tableValeurs } from './table-valeurs';
import { tableDecisions, tableIndicateurs, tableOrganisations, tableQuartiers } from './tables-cadre';
import { tableActions, tableAvis, tableDeclinaisons, tableRecits } from './tables-suivi';

/** Every sheet of the workbook of an arrêté, the meaning of all their columns last; counts under `seuil` are hidden. */
export function tablesDuClasseur(arrete: ContenuArrete, seuil: number): Table[] {
  const tables = [
    tableFiches(arrete),
    tableActions(arrete),
    tableDeclinaisons(arrete),
    tableRecits(arrete),
    tableIndicateurs(arrete),
    tableValeurs(arrete, seuil),
    tableAvis(arrete),
    tableDecisions(arrete),
    tableOrganisations(arrete),
    tableQuartiers(arrete),
  ];
  return [...tables, dictionnaireDe(tables)];
}
