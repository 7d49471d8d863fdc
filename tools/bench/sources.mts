import { join } from 'node:path';
import { rolldown } from 'rolldown';
import api from '../../apps/api/rolldown.config.mts';
import { CHECKOUT } from '../checkout.mts';

/** Modules of the product, built from their sources under the names of `entrees`: a bench runs what the product runs. */
export async function chargerSources<S extends object>(
  nom: string,
  entrees: Record<keyof S & string, string>,
): Promise<S> {
  const dossier = join(CHECKOUT, 'dist', `bench-${nom}`);
  const construction = await rolldown({ ...api, input: entrees });
  await construction.write({ ...api.output, dir: dossier });
  await import('reflect-metadata');
  const charger = async (cle: string) => [cle, await import(join(dossier, `${cle}.cjs`))] as const;
  return Object.fromEntries(await Promise.all(Object.keys(entrees).map(charger))) as S;
}
