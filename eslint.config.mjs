import js from '@eslint/js';
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { bannedFromDomain, boundaries } from './tools/lint/boundaries.mjs';

const API = ['apps/api/**/*.ts', 'libs/*/{api,domain,testing}/**/*.{ts,tsx}'];
const WEB = ['apps/web/**/*.ts', 'libs/*/{web,ui}/**/*.ts'];
const SPECS = ['**/*.spec.{ts,tsx}', '**/testing/**/*.ts', 'apps/web-e2e/**/*.ts'];

// The boundary rule reads the graph from a cache that may be absent or stale; without it, it would let everything pass.
process.env.NX_DAEMON ??= 'false';
await createProjectGraphAsync({ exitOnError: true });

export default defineConfig([
  globalIgnores(['dist', '.nx', '.angular', '.pleniere', 'coverage', '**/*.gen.ts', '**/metadata.ts']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.{ts,tsx,mts,mjs,cjs}'],
    extends: [js.configs.recommended],
    rules: {
      complexity: ['error', 12],
      eqeqeq: ['error', 'always'],
      'id-match': ['error', '^[$\\w]+$', { properties: true, classFields: true }],
      'max-lines': ['error', 300],
      'no-console': 'error',
      'no-misleading-character-class': ['error', { allowEscape: true }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      globals: { module: 'writable', require: 'readonly', process: 'readonly', __dirname: 'readonly' },
    },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', URL: 'readonly', Buffer: 'readonly' } } },

  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
    },
  },

  { files: ['apps/**/*.ts', 'libs/**/*.{ts,tsx}'], plugins: { '@nx': nx }, rules: boundaries({ specs: false }) },
  { files: SPECS, plugins: { '@nx': nx }, rules: { ...boundaries({ specs: true }), 'max-lines': ['error', 400] } },
  {
    files: ['libs/*/domain/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [...bannedFromDomain, 'node:*'] }] },
  },
  { files: ['libs/*/domain/**/*.spec.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['libs/*/api/**/*.ts'],
    ignores: ['**/saisie/partiel.ts', ...SPECS],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: '@nestjs/swagger', importNames: ['PartialType'], message: 'Partiel() leaves what was not sent alone.' },
      ],
    },
  },
  {
    files: [...API, ...WEB],
    ignores: [
      '**/config.ts',
      'apps/api/src/{main,database/prepare,premier-contrat/contrat,commandes/pleniere}.ts',
      'libs/shared/testing/**',
      ...SPECS,
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read the validated configuration.' },
      ],
    },
  },

  {
    files: WEB,
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'pl', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'pl', style: 'camelCase' }],
    },
  },
  { files: ['**/*.html'], extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility] },
  prettier,
]);
