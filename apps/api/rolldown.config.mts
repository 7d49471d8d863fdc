import { existsSync, globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { OutputOptions, RolldownOptions } from 'rolldown';

const root = resolve(import.meta.dirname, '../..');
const workers = globSync('libs/*/api/src/**/*.worker.ts', { cwd: root });
const entries = [
  'apps/api/src/main.ts',
  'apps/api/src/database/prepare.ts',
  'apps/api/src/premier-contrat/contrat.ts',
  'apps/api/src/commandes/pleniere.ts',
  ...workers,
];

/** One CommonJS file per process of the product; libraries stay in node_modules, the workspace's own code is inlined. */
const config: RolldownOptions & { output: OutputOptions } = {
  cwd: root,
  platform: 'node',
  tsconfig: 'apps/api/tsconfig.json',
  input: Object.fromEntries(
    entries.filter((file) => existsSync(resolve(root, file))).map((file) => [basename(file, '.ts'), file]),
  ),
  external: (id) => !/^(\.|\/|@pleniere\/|@oxc-project\/runtime)/.test(id) && !/^[A-Za-z]:\\/.test(id),
  transform: { target: 'es2024' },
  output: {
    dir: 'dist/api',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'chunks/[name].cjs',
    sourcemap: true,
    cleanDir: true,
    keepNames: true,
  },
};

export default config;
