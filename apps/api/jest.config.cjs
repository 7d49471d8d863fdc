const aliases = require('../../tsconfig.base.json').compilerOptions.paths;

/** NestJS 12 is published as ES modules: Jest needs NODE_OPTIONS=--experimental-vm-modules (see package.json). */
module.exports = {
  displayName: 'api',
  rootDir: '../..',
  roots: ['<rootDir>/apps/api', '<rootDir>/libs', '<rootDir>/tools'],
  testMatch: [
    '<rootDir>/apps/api/**/*.spec.ts',
    '<rootDir>/libs/*/{domain,api,testing}/**/*.spec.ts',
    '<rootDir>/tools/**/*.spec.ts',
  ],
  testEnvironment: 'node',
  testTimeout: 20_000,
  maxWorkers: 2,
  globalSetup: '<rootDir>/tools/jest/global-setup.ts',
  globalTeardown: '<rootDir>/tools/jest/global-teardown.ts',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
          baseUrl: require('node:path').resolve(__dirname, '../..'),
          paths: aliases,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};
