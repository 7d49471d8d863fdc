import { startDemoProduct } from '../launch/demo-product.mts';

/**
 * Serves the built product on one fresh database with the demo contrat; journeys read its address in PLENIERE_URL. The first
 * start has a database to itself, with nothing in it.
 */
export default async function productSetup(): Promise<void> {
  const product = await startDemoProduct();
  process.env['PLENIERE_URL'] = product.url;
  process.env['PLENIERE_BASE_VIDE'] = product.emptyDatabaseUrl;
  globalThis.stopProduct = product.stop;
}
