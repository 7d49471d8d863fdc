import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import * as ts from 'typescript';
import { CHECKOUT } from '../checkout.mts';

/** Lengths of the texts that are tried: a time that more than doubles three times over does not grow as the text does. */
const LENGTHS = [4_000, 16_000];
const SLOW_MS = 25;
const LIMIT_MS = 3_000;
/** What a text of N characters is made of, and how it ends so that the expression fails at the last moment. */
const PIECES = [
  ...[
    'a',
    'A',
    '0',
    ' ',
    '\n',
    '\t',
    '-',
    '_',
    '.',
    ',',
    ';',
    ':',
    '/',
    '<',
    '>',
    '"',
    "'",
    '=',
    '&',
    '(',
    ')',
    '[',
    '«',
    'é',
  ],
  ...[
    'a ',
    ' a',
    '0 ',
    '0.',
    '1,',
    '<a',
    '</',
    '<p>',
    '- ',
    '--',
    'aA',
    'a0',
    '\n ',
    ' \n',
    '&a',
    '&#',
    '. ',
    '..',
    'a-',
    'a:',
    '::',
    '()',
  ],
];
const ENDS = ['', '!', '\u0000', '\n!'];

interface Expression {
  file: string;
  text: string;
}

function expressionsOf(file: string): Expression[] {
  const source = ts.createSourceFile(file, readFileSync(join(CHECKOUT, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push({ file, text: node.text });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const context = createContext({ tried: '' });

/** Milliseconds of processor that an expression takes to look through a text: the least of three, or the limit. */
function timeOf(script: Script, tried: string): number {
  context['tried'] = tried;
  const once = (): number => {
    const start = process.cpuUsage();
    try {
      script.runInContext(context, { timeout: LIMIT_MS });
    } catch {
      return LIMIT_MS;
    }
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  };
  const first = once();
  return first < SLOW_MS ? first : Math.min(first, once(), once());
}

/** The worst text for an expression, when its time grows faster than the text. */
function worstOf({ file, text }: Expression): string | null {
  const script = new Script(`tried.replace(${text}, '')`);
  for (const piece of PIECES) {
    for (const end of ENDS) {
      const [short = 0, long = 0] = LENGTHS.map((length) =>
        timeOf(script, piece.repeat(Math.ceil(length / piece.length)).slice(0, length) + end),
      );
      if (long > SLOW_MS && long > short * 8) {
        return `${file}: ${text} on ${JSON.stringify(piece)}…${JSON.stringify(end)}: ${short.toFixed(1)} ms, then ${long.toFixed(0)} ms`;
      }
    }
  }
  return null;
}

/** Regular expressions of what the server runs, each on texts that would make it go back over them for ever. */
const files = globSync('{libs/*/{domain,api}/src,apps/api/src}/**/*.{ts,tsx}', { cwd: CHECKOUT }).filter(
  (file) => !/\.spec\.tsx?$|\/(testing|seeds|migrations)\//.test(file),
);
const expressions = [...new Map(files.flatMap(expressionsOf).map((one) => [one.text, one])).values()];
const slow = expressions.flatMap((one) => worstOf(one) ?? []);
process.stdout.write(`${expressions.length} expressions, ${slow.length} whose time grows faster than the text\n`);
for (const one of slow) process.stdout.write(`${one}\n`);
process.exitCode = slow.length > 0 ? 1 : 0;
