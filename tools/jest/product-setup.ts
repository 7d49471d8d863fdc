import { startDemoProduct } from '../launch/demo-product.mts';

/** Serves the built product on one fresh database with the demo contrat; journeys read its address in PLENIERE_URL. */
export default async function productSetup(): Promise<void> {
  const product = await startDemoProduct();
  process.env['PLENIERE_URL'] = product.url;
  globalThis.stopProduct = product.stop;
}
