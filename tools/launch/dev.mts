import { spawn, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT, run } from '../checkout.mts';
import { startCluster } from '../postgres/cluster.mts';
import { dataFolder } from '../postgres/folder.mts';
import { serverUser } from '../postgres/server-user.mts';

/** Port that the development server of the interface forwards /api to (apps/web/proxy.conf.json). */
const API_PORT = '4301';
const WEB_PORT = '4200';
const SETTLE_MS = 150;
const BIN = join(CHECKOUT, 'node_modules/.bin');

const external = process.env['DATABASE_URL'];
const cluster = external
  ? { url: external, stop: () => Promise.resolve() }
  : await startCluster(dataFolder(CHECKOUT, serverUser()));

const env = {
  ...process.env,
  NODE_ENV: 'development',
  DATABASE_URL: cluster.url,
  HOST: '127.0.0.1',
  PORT: API_PORT,
  MODE_DEMO: 'true',
  LOG_LEVEL: process.env['LOG_LEVEL'] || 'warn',
  NX_DAEMON: 'false',
  NX_TUI: 'false',
};

let api: ChildProcess | null = null;

function ended(child: ChildProcess | null): Promise<unknown> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', resolve));
}

async function restartApi(): Promise<void> {
  const built = await run(join(BIN, 'rolldown'), ['--config', 'apps/api/rolldown.config.mts', '--logLevel', 'warn']);
  if (built !== 0) return;
  api?.kill('SIGTERM');
  await ended(api);
  if ((await run(process.execPath, ['dist/api/prepare.cjs'], { env })) !== 0) return;
  api = spawn(process.execPath, ['--enable-source-maps', 'dist/api/main.cjs'], {
    cwd: CHECKOUT,
    env,
    stdio: 'inherit',
  });
}

let work = restartApi();
let timer: NodeJS.Timeout | undefined;

function onChange(_event: string, file: string | null): void {
  if (!file?.endsWith('.ts') || file.endsWith('.spec.ts') || /(^|\/)(web|ui)\//.test(file)) return;
  clearTimeout(timer);
  timer = setTimeout(() => (work = work.then(restartApi)), SETTLE_MS);
}

const watchers = ['apps/api/src', 'libs'].map((folder) => watch(join(CHECKOUT, folder), { recursive: true }, onChange));
const web = spawn(join(BIN, 'nx'), ['run', 'web:serve'], {
  cwd: CHECKOUT,
  env: { ...env, PORT: WEB_PORT },
  stdio: 'inherit',
});

async function stop(): Promise<void> {
  for (const watcher of watchers) watcher.close();
  clearTimeout(timer);
  await work;
  web.kill('SIGTERM');
  api?.kill('SIGTERM');
  await Promise.all([ended(api), ended(web)]);
  await cluster.stop();
}

const stopAsked = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
});
await Promise.race([stopAsked, ended(web)]);
await stop();
