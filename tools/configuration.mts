import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import ts from 'typescript';
import { CHECKOUT } from './checkout.mts';

const DOCUMENT = join(CHECKOUT, 'docs/configuration.md');
const SOURCE = 'libs/shared/api/src/config.ts';

type Setting = { variables: string[]; whenAbsent: string; meaning: string };

const source = ts.createSourceFile(SOURCE, readFileSync(join(CHECKOUT, SOURCE), 'utf8'), ts.ScriptTarget.Latest, true);

/** What each property of the settings means: the words written above it. */
function meanings(): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyDeclaration(node)) {
      const [said] = ts.getJSDocCommentsAndTags(node);
      const words = said && ts.isJSDoc(said) ? ts.getTextOfJSDocComment(said.comment) : undefined;
      found.set(node.name.getText(source), (words ?? '').replace(/\s+/g, ' '));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Reads, in the code itself, which variables give each setting and what stands when they are absent. */
function settings(): Setting[] {
  const known = meanings();
  const found: Setting[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node)) {
      const value = node.initializer.getText(source);
      const variables = [...value.matchAll(/env\['(\w+)'\]/g)].map(([, name = '']) => name);
      const literal = /(?:\?\?|\|\||:) ('[^']*'|`[^`]*`|[\w.]+)\)?[^?|:]*$/.exec(value)?.[1] ?? '';
      if (variables.length > 0) {
        found.push({
          variables: [...new Set(variables)],
          whenAbsent: literal.replace(/^['`]|['`]$/g, ''),
          meaning: known.get(node.name.getText(source)) ?? '',
        });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found, ...ports()];
}

/** Settings that are read apart, because others are made of them. */
function ports(): Setting[] {
  const known = meanings();
  return [...source.text.matchAll(/const (\w+) = (?:Number\()?env\['(\w+)'\] \|\| '?([\w.]+)/g)].map(
    ([, property = '', variable = '', whenAbsent = '']) => ({
      variables: [variable],
      whenAbsent,
      meaning: known.get(property) ?? '',
    }),
  );
}

function draw(): string {
  const rows = settings()
    .sort((a, b) => (a.variables[0] ?? '').localeCompare(b.variables[0] ?? ''))
    .map(({ variables, whenAbsent, meaning }) => {
      const names = variables.map((name) => `\`${name}\``).join(', ');
      return `| ${names} | ${whenAbsent && whenAbsent !== 'null' ? `\`${whenAbsent}\`` : '–'} | ${meaning.replaceAll('|', '\\|')} |`;
    });
  return [
    '# Settings',
    '',
    `Written by \`node tools/configuration.mts\` from \`${SOURCE}\`; \`npm run check\` fails when this page is stale, or when`,
    'the [guide of those who install](guide/installer-et-exploiter.md) forgets a variable. Traces follow the standard',
    '`OTEL_…` variables of OpenTelemetry; `OTEL_EXPORTER_OTLP_ENDPOINT` turns them on.',
    '',
    '| Variable | When absent | Meaning |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

const written = await format(draw(), { parser: 'markdown', printWidth: 120, proseWrap: 'preserve' });
if (process.argv.includes('--check')) {
  const guide = readFileSync(join(CHECKOUT, 'docs/guide/installer-et-exploiter.md'), 'utf8');
  const forgotten = settings()
    .flatMap(({ variables }) => variables)
    .filter((name) => !guide.includes(`\`${name}\``));
  if (readFileSync(DOCUMENT, 'utf8') !== written) process.stdout.write('docs/configuration.md is stale\n');
  if (forgotten.length > 0) process.stdout.write(`the guide forgets ${forgotten.join(', ')}\n`);
  process.exitCode = readFileSync(DOCUMENT, 'utf8') === written && forgotten.length === 0 ? 0 : 1;
} else {
  writeFileSync(DOCUMENT, written);
}
