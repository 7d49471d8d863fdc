import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of the build, as the bundler describes it. */
interface Output {
  inputs: Record<string, unknown>;
  imports: { path: string; kind: string }[];
}
type Outputs = Readonly<Record<string, Output>>;

/** A screen that people open directly, as apps/web/premiers-ecrans.json tells it. */
interface Screen {
  adresse: string;
  connecte: boolean;
  pages: string[];
  lectures: string[];
}

/** Files that come with a file: those that it imports at once, and theirs. */
function withImports(outputs: Outputs, file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const { path, kind } of outputs[file]?.imports ?? []) {
    if (kind === 'import-statement') withImports(outputs, path, found);
  }
  return found;
}

/** The files that lead from one to another, each imported by the one before, at once or later. */
function wayTo(outputs: Outputs, from: string, to: string): string[] {
  const ways = [[from]];
  const seen = new Set([from]);
  for (const way of ways) {
    const last = way.at(-1) ?? from;
    if (last === to) return way;
    for (const { path } of outputs[last]?.imports ?? []) {
      if (!seen.has(path)) ways.push([...way, path]);
      seen.add(path);
    }
  }
  throw new Error(`${from} does not lead to ${to}`);
}

/** Says, beside the built files, which of them each first screen needs beyond those that the page itself names. */
export async function tellFirstScreens(root: string): Promise<void> {
  const read = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(root, path), 'utf8'));
  const screens = (await read('apps/web/premiers-ecrans.json')) as Screen[];
  const { outputs } = (await read('dist/web/browser-stats.json')) as { outputs: Outputs };
  const holding = (source: string): string => {
    const file = Object.keys(outputs).find((name) => name.endsWith('.js') && source in (outputs[name]?.inputs ?? {}));
    if (!file) throw new Error(`apps/web/premiers-ecrans.json: ${source} is in no file of the build`);
    return file;
  };
  const main = holding('apps/web/src/main.ts');
  const initial = withImports(outputs, main);
  const told = screens.map(({ pages, ...screen }) => {
    const files = pages.flatMap((page) => wayTo(outputs, main, holding(page)));
    const scripts = new Set(files.flatMap((file) => [...withImports(outputs, file)]));
    for (const file of initial) scripts.delete(file);
    return { ...screen, scripts: [...scripts].map((file) => `/${file}`) };
  });
  await writeFile(join(root, 'dist/web/browser/premiers-ecrans.json'), JSON.stringify(told));
}
