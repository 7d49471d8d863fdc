import { PluginMetadataPrinter } from '@nestjs/cli/lib/compiler/plugins/plugin-metadata-printer.js';
import { ReadonlyVisitor } from '@nestjs/swagger/plugin';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import * as ts from 'typescript';
import api from '../apps/api/rolldown.config.mts';
import { CHECKOUT } from './checkout.mts';
import { type Description, tellAnswers } from './openapi/answers.mts';

const DOCUMENT = join(CHECKOUT, 'apps/api/openapi.json');
const WORK = join(CHECKOUT, 'dist/openapi');

function readProgram(): ts.Program {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const config = ts.getParsedCommandLineOfConfigFile(join(CHECKOUT, 'apps/api/tsconfig.json'), {}, host);
  if (!config) throw new Error('apps/api/tsconfig.json cannot be read');
  return ts.createProgram(config.fileNames, config.options);
}

/** Writes what the compiler knows of DTOs and controllers (types, limits, comments), which JavaScript forgets. */
function writeTypes(program: ts.Program): void {
  const visitor = new ReadonlyVisitor({
    introspectComments: true,
    pathToSource: WORK,
    dtoFileNameSuffix: ['.dto.ts'],
    controllerFileNameSuffix: ['.controller.ts'],
  });
  for (const file of program.getSourceFiles()) {
    if (/\.(dto|controller)\.ts$/.test(file.fileName)) visitor.visit(program, file);
  }
  mkdirSync(WORK, { recursive: true });
  new PluginMetadataPrinter().print(
    { [visitor.key]: visitor.collect() },
    visitor.typeImports,
    { outputDir: WORK, filename: 'types.ts' },
    ts,
  );
}

/** The description of the API as its code is now. */
async function describe(): Promise<string> {
  const program = readProgram();
  writeTypes(program);
  const input = { types: join(WORK, 'types.ts'), openapi: 'apps/api/src/openapi.ts' };
  const bundle = await rolldown({ ...api, input });
  await bundle.write({ ...api.output, dir: join(WORK, 'bundle') });
  const types = (await import(join(WORK, 'bundle/types.cjs'))) as { default: () => Promise<object> };
  const { decrireApi } = (await import(join(WORK, 'bundle/openapi.cjs'))) as {
    decrireApi: (types: () => Promise<object>) => Promise<Description>;
  };
  const description = await decrireApi(types.default);
  tellAnswers(description, program);
  return `${JSON.stringify(description, null, 2)}\n`;
}

const description = await describe();
if (!process.argv.includes('--check')) writeFileSync(DOCUMENT, description);
else if (readFileSync(DOCUMENT, 'utf8') !== description) {
  process.stdout.write('apps/api/openapi.json is stale: npm run openapi\n');
  process.exitCode = 1;
}
