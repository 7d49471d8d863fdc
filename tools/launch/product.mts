import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CHECKOUT, run } from '../checkout.mts';

/** How to serve the built product. */
export type ProductOptions = { databaseUrl: string; host: string; port: number; demo: boolean; logs: boolean };

/** The running product: its address, its process, the end of it, and how to stop it. */
export type Product = { url: string; pid: number; ended: Promise<number>; stop: () => Promise<void> };

// What a request leaves behind is thrown away before it is taken for lasting, and what lasts may double before it is
// looked at again: left to itself, Node keeps a hundred megabytes more for ever.
const NODE_FLAGS = ['--max-semi-space-size=16', '--heap-growing-percent=100'];
const READY_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 10_000;

function environment(options: ProductOptions): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: join(CHECKOUT, 'dist/compile-cache'),
    DATABASE_URL: options.databaseUrl,
    HOST: options.host,
    PORT: String(options.port),
    WEB_ROOT: join(CHECKOUT, 'dist/web/browser'),
    MODE_DEMO: String(options.demo),
  };
}

/** Brings the database to the schema of this version and, in demo mode, fills an empty one. */
export async function prepareDatabase(options: ProductOptions): Promise<void> {
  const code = await run(process.execPath, [join(CHECKOUT, 'dist/api/prepare.cjs')], { env: environment(options) });
  if (code !== 0) throw new Error('La préparation de la base de données a échoué.');
}

async function waitUntilReady(url: string, api: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_DEADLINE_MS;
  while (Date.now() < deadline && api.exitCode === null && api.signalCode === null) {
    const ready = await fetch(`${url}/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await wait(50);
  }
  throw new Error('L’API ne répond pas.');
}

async function stopProcess(api: ChildProcess, ended: Promise<number>): Promise<void> {
  const stopped = new AbortController();
  api.kill('SIGTERM');
  const kill = wait(STOP_DEADLINE_MS, undefined, { signal: stopped.signal }).then(
    () => api.kill('SIGKILL'),
    () => false,
  );
  await ended;
  stopped.abort();
  await kill;
}

/** Starts the built API, which also serves the built interface, and waits until it is ready to answer. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  // What listens everywhere, or by IPv6, is reached by this name.
  const name = options.host === '0.0.0.0' || options.host.includes(':') ? 'localhost' : options.host;
  const url = `http://${name}:${options.port}`;
  const api = spawn(process.execPath, [...NODE_FLAGS, join(CHECKOUT, 'dist/api/main.cjs')], {
    cwd: CHECKOUT,
    env: environment(options),
    stdio: ['ignore', options.logs ? 'inherit' : 'ignore', 'inherit'],
  });
  const ended = new Promise<number>((resolve) => api.once('exit', (code) => resolve(code ?? 1)));
  const stop = (): Promise<void> => stopProcess(api, ended);
  try {
    await waitUntilReady(url, api);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, pid: api.pid ?? 0, ended, stop };
}
