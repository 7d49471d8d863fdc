const { createCjsPreset } = require('jest-preset-angular/presets');

/** Web, ui and the screens of every area: jsdom, zoneless, without --experimental-vm-modules. */
module.exports = {
  ...createCjsPreset({ tsconfig: '<rootDir>/apps/web/tsconfig.json' }),
  displayName: 'web',
  rootDir: '../..',
  roots: ['<rootDir>/apps/web', '<rootDir>/libs'],
  testMatch: [
    '<rootDir>/apps/web/src/**/*.spec.ts',
    '<rootDir>/libs/*/web/src/**/*.spec.ts',
    '<rootDir>/libs/*/ui/src/**/*.spec.ts',
  ],
  setupFilesAfterEnv: ['<rootDir>/apps/web/test-setup.ts'],
  moduleNameMapper: {
    '^@pleniere/([a-z]+)/(domain|web|ui)$': '<rootDir>/libs/$1/$2/src/index.ts',
  },
  maxWorkers: 2,
};
