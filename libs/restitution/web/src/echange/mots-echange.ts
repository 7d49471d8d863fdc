import type { ComptesEchange } from '@pleniere/restitution/domain';
import { accorder } from '@pleniere/shared/domain';

const NOMS: Readonly<Record<keyof ComptesEchange, readonly [string, string]>> = {
  fiches: ['fiche', 'fiches'],
  actions: ['action', 'actions'],
  declinaisons: ['déclinaison', 'déclinaisons'],
  indicateurs: ['indicateur', 'indicateurs'],
  valeurs: ['valeur', 'valeurs'],
  enjeux: ['enjeu', 'enjeux'],
  orientations: ['orientation', 'orientations'],
  organisations: ['organisation', 'organisations'],
  communes: ['commune', 'communes'],
  quartiers: ['quartier', 'quartiers'],
};

/** « 14 fiches », « 310 valeurs »: what is created, what counts nothing left out. */
export function direComptes(comptes: ComptesEchange): string[] {
  return (Object.keys(NOMS) as (keyof ComptesEchange)[])
    .filter((nom) => comptes[nom] > 0)
    .map((nom) => accorder(comptes[nom], ...NOMS[nom]));
}
