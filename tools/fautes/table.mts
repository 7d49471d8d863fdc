import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { CHECKOUT } from '../checkout.mts';
import type { Finding } from './bench/bench.mts';
import { french } from './french.mts';

const DOCUMENT = join(CHECKOUT, 'docs/fiabilite.md');
const HEAD = ['| Panne | Ce qui est fait | Ce qui est trouvé | But tenu | Mesuré |', '| --- | --- | --- | --- | --- |'];

/** One line of the table: what is written of a fault, and how busy the machine was meanwhile. */
export function lineOf(title: string, { done, found, missed }: Finding): string {
  const [load = 0] = loadavg();
  const day = new Date().toISOString().slice(0, 10);
  const held = missed.length === 0 ? 'oui' : `**non** : ${missed.join(', ')}`;
  const when = `${day}, charge ${load.toFixed(1).replace('.', ',')} sur ${cpus().length} cœurs`;
  return french(`| ${[title, done, found, held, when].join(' | ')} |`);
}

/** Puts these lines in the page; a fault that was not run keeps its line, one that is no longer in `titles` loses it. */
export async function keep(lines: Map<string, string>, titles: string[]): Promise<void> {
  const page = readFileSync(DOCUMENT, 'utf8').split('\n');
  const first = page.findIndex((line) => line.startsWith('| Panne'));
  const length = page.slice(first).findIndex((line) => !line.startsWith('|'));
  const before = new Map(page.slice(first, first + length).map((line) => [(line.split('|')[1] ?? '').trim(), line]));
  const rows = titles.map(french).flatMap((title) => lines.get(title) ?? before.get(title) ?? []);
  const text = [...page.slice(0, first), ...HEAD, ...rows, ...page.slice(first + length)].join('\n');
  writeFileSync(DOCUMENT, await format(text, { parser: 'markdown', printWidth: 140 }));
}
