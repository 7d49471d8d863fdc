import { ESLint } from 'eslint';
import { resolve } from 'node:path';

const RULES = ['@nx/enforce-module-boundaries', 'no-restricted-imports'];

describe('who may import whom', () => {
  const eslint = new ESLint({
    cwd: resolve(__dirname, '../..'),
    ruleFilter: ({ ruleId }) => RULES.includes(ruleId),
    overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  });

  async function messages(file: string, imported: string): Promise<string[]> {
    const [result] = await eslint.lintText(`import * as chose from '${imported}';\nexport { chose };\n`, {
      filePath: resolve(__dirname, '../..', file),
    });
    return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? 'parsing');
  }

  it.each([
    ['a higher area', 'libs/acteurs/domain/src/essai.ts', '@pleniere/fiches/domain'],
    ['a higher area, same side', 'libs/contrat/api/src/essai.ts', '@pleniere/indicateurs/api'],
    ['the API from a screen', 'libs/fiches/web/src/essai.ts', '@pleniere/fiches/api'],
    ['a screen from the API', 'libs/fiches/api/src/essai.ts', '@pleniere/fiches/web'],
    ['the API from the rules', 'libs/fiches/domain/src/essai.ts', '@pleniere/fiches/api'],
    ['the test tools from product code', 'libs/fiches/api/src/essai.ts', '@pleniere/shared/testing'],
    ['another lib around its index', 'libs/fiches/api/src/essai.ts', '../../../contrat/api/src/index'],
    ['Nest in the rules', 'libs/fiches/domain/src/essai.ts', '@nestjs/common'],
    ['TypeORM in the rules', 'libs/fiches/domain/src/essai.ts', 'typeorm'],
    ['Angular in the rules', 'libs/fiches/domain/src/essai.ts', '@angular/core'],
    ['rxjs in the rules', 'libs/fiches/domain/src/essai.ts', 'rxjs'],
    ['Node in the rules', 'libs/fiches/domain/src/essai.ts', 'node:fs'],
    ['Angular in the API', 'libs/fiches/api/src/essai.ts', '@angular/core'],
    ['TypeORM in a screen', 'libs/fiches/web/src/essai.ts', 'typeorm'],
    ['HTTP in the design system', 'libs/shared/ui/src/essai.ts', '@angular/common/http'],
  ])('refuses %s', async (_what, file, imported) => {
    expect(await messages(file, imported)).not.toEqual([]);
  });

  it.each([
    ['a lower area', 'libs/fiches/domain/src/essai.ts', '@pleniere/contrat/domain'],
    ['the rules from the API', 'libs/fiches/api/src/essai.ts', '@pleniere/fiches/domain'],
    ['the design system from a screen', 'libs/fiches/web/src/essai.ts', '@pleniere/shared/ui'],
    ['the test tools from a spec', 'libs/fiches/api/src/essai.spec.ts', '@pleniere/shared/testing'],
    ['everything from the composition root', 'apps/api/src/essai.ts', '@pleniere/restitution/api'],
    ['Nest in the API', 'libs/fiches/api/src/essai.ts', '@nestjs/common'],
  ])('accepts %s', async (_what, file, imported) => {
    expect(await messages(file, imported)).toEqual([]);
  });
});
