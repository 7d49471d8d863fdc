const aliases = require('../../tsconfig.base.json').compilerOptions.paths;

/** User journeys in a real Chromium, against the built product on a database of its own with the demo contrat. */
module.exports = {
  displayName: 'web-e2e',
  rootDir: '../..',
  roots: ['<rootDir>/apps/web-e2e'],
  testMatch: ['<rootDir>/apps/web-e2e/src/**/*.spec.ts'],
  testEnvironment: 'node',
  testTimeout: 60_000,
  maxWorkers: 1,
  testSequencer: '<rootDir>/tools/jest/hostiles-last.cjs',
  globalSetup: '<rootDir>/tools/jest/product-setup.ts',
  globalTeardown: '<rootDir>/tools/jest/product-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/apps/web-e2e/src/support/after-each.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript' },
          baseUrl: require('node:path').resolve(__dirname, '../..'),
          paths: aliases,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};
