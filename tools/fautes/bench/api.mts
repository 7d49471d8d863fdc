import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CHECKOUT } from '../../checkout.mts';

const MS_PER_TICK = 10;

/** One process of the built API, that may be killed and started again at the same address. */
export class Api {
  process: ChildProcess | null = null;
  readonly port: number;
  private readonly settings: NodeJS.ProcessEnv;

  constructor(port: number, settings: NodeJS.ProcessEnv) {
    this.port = port;
    this.settings = settings;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts and waits until it is ready; gives the milliseconds that it took. */
  async start(): Promise<number> {
    const from = performance.now();
    const env = {
      ...process.env,
      NODE_COMPILE_CACHE: join(CHECKOUT, 'dist/compile-cache'),
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(this.port),
      ...this.settings,
    };
    const program = join(CHECKOUT, 'dist/api/main.cjs');
    this.process = spawn(process.execPath, [program], { cwd: CHECKOUT, env, stdio: ['ignore', 'ignore', 'inherit'] });
    while (!(await this.isReady())) {
      if (performance.now() - from > 60_000) throw new Error('the API does not answer');
      await wait(20);
    }
    return performance.now() - from;
  }

  isReady(): Promise<boolean> {
    return fetch(`${this.url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  async end(signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM'): Promise<void> {
    const { process: api } = this;
    if (!api || api.exitCode !== null || api.signalCode !== null) return;
    const ended = once(api, 'exit');
    api.kill(signal);
    await ended;
  }

  /** Processor time that the process has taken since it began (ms). */
  processorTime(): number {
    const said = readFileSync(`/proc/${this.process?.pid}/stat`, 'utf8');
    const [user = 0, system = 0] = said
      .slice(said.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return (user + system) * MS_PER_TICK;
  }

  /** Memory that the process holds (MB). */
  memory(): number {
    const said = readFileSync(`/proc/${this.process?.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(said)?.[1] ?? 0) / 1024);
  }
}
