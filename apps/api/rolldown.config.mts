import { existsSync, globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { OutputOptions, Plugin, RolldownOptions } from 'rolldown';

const root = resolve(import.meta.dirname, '../..');
const workers = globSync('libs/*/api/src/**/*.worker.ts', { cwd: root });
const entries = [
  'apps/api/src/main.ts',
  'apps/api/src/database/prepare.ts',
  'apps/api/src/premier-contrat/contrat.ts',
  'apps/api/src/commandes/pleniere.ts',
  ...workers,
];

/** Stay in node_modules: native code, what opens files of its own beside it, and what the traces follow by its name. */
const APART = [
  '@expo-google-fonts',
  '@myriaddreamin/typst-ts-node-compiler',
  '@node-rs/argon2',
  '@opentelemetry',
  'pdfjs-dist',
  'pg',
  'pg-native',
  'piscina',
  'reflect-metadata',
  'swagger-ui-dist',
  'workerpool',
];

/** Asked by a library that goes on without them. */
const ABSENT = ['@fastify/static', '@nestjs/microservices', '@nestjs/websockets'];

const isOneOf = (names: string[], id: string): boolean =>
  names.some((name) => id === name || id.startsWith(`${name}/`));

/** What libraries bring and the product never asks: databases that are not PostgreSQL, telephone numbers of the world. */
const UNUSED =
  /node_modules\/(typeorm\/driver\/(?!postgres\/|types\/)[\w-]+\/.*|typeorm\/entity-manager\/MongoEntityManager|libphonenumber-js\/max\/.*)\.(c?js)$/;

const lighten: Plugin = {
  name: 'lighten',
  load: { filter: { id: UNUSED }, handler: () => 'module.exports = {};' },
  // Its `require` is made at run time: the bundler would leave a second class-validator, of other rules, beside ours.
  transform: {
    filter: { id: /@nestjs\/mapped-types\/dist\/type-helpers/ },
    handler: (code) => ({ code: code.replace('const require = createRequire(import.meta.url);', ''), map: null }),
  },
};

/**
 * One CommonJS file per process of the product and its chunks, libraries included: a start reads a dozen of files instead
 * of three thousand.
 */
const config: RolldownOptions & { output: OutputOptions } = {
  cwd: root,
  platform: 'node',
  tsconfig: 'apps/api/tsconfig.json',
  input: Object.fromEntries(
    entries.filter((file) => existsSync(resolve(root, file))).map((file) => [basename(file, '.ts'), file]),
  ),
  external: (id) => isOneOf([...APART, ...ABSENT], id),
  plugins: [lighten],
  transform: { target: 'es2024' },
  // A module of ours does nothing by being imported.
  treeshake: { moduleSideEffects: [{ test: /\/libs\/.*\.tsx?$/, sideEffects: false }] },
  // A part that many ask stays apart from one that few ask.
  experimental: { chunkOptimization: false },
  output: {
    dir: 'dist/api',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'chunks/[name].cjs',
    sourcemap: true,
    cleanDir: true,
    keepNames: true,
    comments: false,
    // Readable lines, for the stacks of errors; one sign beyond ASCII would double the memory that a file takes.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: false, asciiOnly: true } },
    // Before everything, in whatever order chunks are read: what decorators write into.
    banner: ({ isEntry }) => (isEntry ? "require('reflect-metadata');" : ''),
  },
};

export default config;
