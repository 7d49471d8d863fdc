import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CHECKOUT, runQuietly } from '../checkout.mts';

type Part = { name: string; label: string; result: string; sources: string[]; command: string[] };

const PARTS: Part[] = [
  {
    name: 'api',
    label: 'l’API',
    result: 'dist/api/main.cjs',
    sources: ['apps/api/**/*', 'libs/*/{domain,api}/**/*'],
    command: ['rolldown', '--config', 'apps/api/rolldown.config.mts', '--logLevel', 'warn'],
  },
  {
    name: 'web',
    label: 'l’interface',
    result: 'dist/web/browser/index.html',
    sources: ['apps/web/**/*', 'libs/*/{domain,web,ui}/**/*', 'tools/web-build/**/*'],
    command: ['nx', 'run', 'web:build', '--output-style=static'],
  },
];

/** What the sources of a part amount to: changes when any of them changes, whatever their dates. */
function fingerprint(part: Part): string {
  const hash = createHash('sha256');
  const shared = ['package-lock.json', 'tsconfig.base.json', 'tools/launch/build.mts'];
  const files = globSync(part.sources, { cwd: CHECKOUT, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of [...shared.map((name) => join(CHECKOUT, name)), ...files].sort()) {
    hash.update(file.slice(CHECKOUT.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Builds into `dist/` the parts whose sources changed since their last build; all of them unless some are named. */
export async function build(names: string[] = PARTS.map(({ name }) => name)): Promise<void> {
  for (const part of PARTS.filter(({ name }) => names.includes(name))) {
    const stamp = join(CHECKOUT, 'dist', `${part.name}.stamp`);
    const wanted = fingerprint(part);
    const built =
      existsSync(stamp) && existsSync(join(CHECKOUT, part.result)) && readFileSync(stamp, 'utf8') === wanted;
    if (built) continue;

    process.stdout.write(`Construction de ${part.label}…\n`);
    rmSync(stamp, { force: true });
    const [program = '', ...args] = part.command;
    const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' };
    const code = await runQuietly(join(CHECKOUT, 'node_modules/.bin', program), args, env);
    if (code !== 0) throw new Error(`La construction de ${part.label} a échoué.`);
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, wanted);
  }
}

// Without top-level await: the set-up of the journeys, which is CommonJS, requires this file.
if (import.meta.main) {
  build().catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  });
}
