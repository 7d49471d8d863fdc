import { join } from 'node:path';
import { CHECKOUT, run } from '../checkout.mts';
import { startCluster } from '../postgres/cluster.mts';
import { dataFolder } from '../postgres/folder.mts';
import { serverUser } from '../postgres/server-user.mts';
import { build } from './build.mts';

const external = process.env['DATABASE_URL'];
await build();
const cluster = external ? null : await startCluster(dataFolder(CHECKOUT, serverUser()));
const env = { ...process.env, DATABASE_URL: external ?? cluster?.url, MODE_DEMO: 'false' };
try {
  const command = [join(CHECKOUT, 'dist/api/pleniere.cjs'), ...process.argv.slice(2)];
  process.exitCode = await run(process.execPath, command, { env });
} finally {
  await cluster?.stop();
}
