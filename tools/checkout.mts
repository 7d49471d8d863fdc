import { spawn, type SpawnOptions } from 'node:child_process';
import { resolve } from 'node:path';

/** Top folder of the checkout. */
export const CHECKOUT = resolve(import.meta.dirname, '..');

/** Runs a program of the checkout to its end and gives its exit code; what it prints is shown as it comes. */
export function run(program: string, args: string[], options: SpawnOptions = {}): Promise<number> {
  const child = spawn(program, args, { cwd: CHECKOUT, stdio: 'inherit', ...options });
  return new Promise((resolveCode) => {
    child.once('error', () => resolveCode(127));
    child.once('exit', (code, signal) => resolveCode(code ?? (signal ? 1 : 0)));
  });
}

/** Runs a program of the checkout in silence; what it printed is shown only if it fails. */
export function runQuietly(program: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const child = spawn(program, args, { cwd: CHECKOUT, env });
  const printed: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => printed.push(piece));
  child.stderr.on('data', (piece: Buffer) => printed.push(piece));
  return new Promise((resolveCode) => {
    child.once('error', () => resolveCode(127));
    child.once('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(printed));
      resolveCode(code ?? 1);
    });
  });
}
