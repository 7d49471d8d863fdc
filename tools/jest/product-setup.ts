import { build } from '../launch/build.mts';
import { freePort } from '../launch/free-port.mts';
import { createTestDatabases, startTestServer, type TestDatabases } from '../postgres/test-databases.mts';
import { prepareDatabase, startProduct, type Product } from '../launch/product.mts';

/** Serves the built product on one fresh database with the demo contrat; journeys read its address in PLENIERE_URL. */
export default async function productSetup(): Promise<void> {
  await build();
  const server = await startTestServer();
  let product: Product | null = null;
  let database: TestDatabases | null = null;
  const stop = async (): Promise<void> => {
    await product?.stop();
    await database?.drop();
    await server.stop();
  };
  try {
    database = await createTestDatabases(server.url, 1, () => Promise.resolve());
    const options = {
      databaseUrl: database.pattern.replace('WORKER', '1'),
      host: '127.0.0.1',
      port: await freePort(),
      demo: true,
      logs: false,
    };
    await prepareDatabase(options);
    product = await startProduct(options);
    process.env['PLENIERE_URL'] = product.url;
    globalThis.stopProduct = stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
