const aliases = require('../../tsconfig.base.json').compilerOptions.paths;

const transformer = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', decorators: true, tsx },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic', importSource: 'preact' },
      },
      keepClassNames: true,
      baseUrl: require('node:path').resolve(__dirname, '../..'),
      paths: aliases,
    },
    module: { type: 'commonjs' },
  },
];

/** NestJS 12 is published as ES modules: Jest needs NODE_OPTIONS=--experimental-vm-modules (see package.json). */
module.exports = {
  displayName: 'api',
  rootDir: '../..',
  roots: ['<rootDir>/apps/api', '<rootDir>/libs', '<rootDir>/tools'],
  testMatch: [
    '<rootDir>/apps/api/**/*.spec.ts',
    '<rootDir>/libs/*/{domain,api,testing}/**/*.spec.{ts,tsx}',
    '<rootDir>/tools/**/*.spec.ts',
  ],
  testEnvironment: 'node',
  testTimeout: 20_000,
  maxWorkers: 2,
  globalSetup: '<rootDir>/tools/jest/global-setup.ts',
  globalTeardown: '<rootDir>/tools/jest/global-teardown.ts',
  transform: { '^.+\\.ts$': transformer(false), '^.+\\.tsx$': transformer(true) },
  moduleFileExtensions: ['js', 'ts', 'tsx', 'mjs', 'cjs', 'json', 'node'],
};
