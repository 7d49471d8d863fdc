import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../launch/free-port.mts';
import { prepareDatabase, type Product, type ProductOptions, startProduct } from '../launch/product.mts';
import { startCluster } from '../postgres/cluster.mts';
import { aLaFin } from './fin.mts';

/** A PostgreSQL of its own, as durable as in production, with the demo contrat; and where a product would be served on it. */
export async function ouvrirBase(): Promise<ProductOptions> {
  const dossier = mkdtempSync(join(tmpdir(), 'pleniere-bench-'));
  aLaFin(() => rmSync(dossier, { recursive: true, force: true }));
  const cluster = await startCluster(dossier);
  aLaFin(cluster.stop);
  const options = { databaseUrl: cluster.url, host: '127.0.0.1', port: await freePort(), demo: true, logs: false };
  await prepareDatabase(options);
  return options;
}

/** The built product on such a base. */
export async function servir(options: ProductOptions): Promise<Product> {
  const produit = await startProduct(options);
  aLaFin(produit.stop);
  return produit;
}
