import type { buildApplication } from '@angular/build';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgetDoors, namesAsked, valuesOf } from './doors.mts';

type Extensions = NonNullable<Parameters<typeof buildApplication>[2]>;
type Plugin = NonNullable<Extensions['codePlugins']>[number];
/** A door as one file sees it. */
interface NarrowDoor {
  door: string;
  names: string[];
}

const SPACE = 'door';
/** What every page uses comes whole: in parts, it would make more files than it spares bytes. */
const WHOLE = /^@pleniere\/shared\//;

function doorsOf(root: string): Record<string, string[] | undefined> {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')) as {
    compilerOptions: { paths: Record<string, string[]> };
  };
  return compilerOptions.paths;
}

/**
 * Areas are imported through their door (index) alone, and the bundler puts in the chunk of a page all that a door leads
 * to, asked or not. Each file is therefore given a door that leads to what it asks.
 */
export function narrowDoors(root: string): Plugin {
  const doors = doorsOf(root);
  return {
    name: 'narrow-doors',
    setup(build) {
      build.onStart(forgetDoors);
      build.onResolve({ filter: /^@pleniere\// }, ({ path, importer, kind }) => {
        const [place] = doors[path] ?? [];
        if (!place || WHOLE.test(path) || !importer.endsWith('.ts')) return undefined;
        const asked = namesAsked(importer, path, kind === 'dynamic-import');
        if (asked === null) return undefined;
        const door = join(root, place);
        const names = asked.filter((name) => valuesOf(door).has(name));
        return {
          path: `${path}?${names.join()}`,
          namespace: SPACE,
          sideEffects: false,
          pluginData: { door, names } satisfies NarrowDoor,
        };
      });
      build.onLoad({ filter: /.*/, namespace: SPACE }, ({ pluginData }) => {
        const { door, names } = pluginData as NarrowDoor;
        const contents = names.map((name) => {
          const { file, name: there } = valuesOf(door).get(name) ?? { file: door, name };
          return `export { ${there} as ${name} } from ${JSON.stringify(file)};`;
        });
        return { contents: contents.join('\n'), loader: 'js', resolveDir: root };
      });
    },
  };
}
