import { basename, dirname, extname } from 'node:path';
import { sourceFiles, textOf } from './sources.mts';

const LONGEST_FILE = 300;
const LONGEST_SPEC = 400;
const FULLEST_FOLDER = 12;
const CODE = new Set(['.ts', '.tsx', '.mts', '.mjs', '.cjs', '.html', '.scss', '.css', '.typ']);
/** Names that say nothing: what such a file holds belongs beside what uses it. */
const NAMELESS = /^(utils?|helpers?|common|misc|divers)\b/;
/** Folders that only collect: their size says nothing about design. */
const COLLECTIONS = /^(\.|$|docs\/(images|decisions|guide)|.*\/(migrations|public|data|donnees|reference)(\/|$))/;

const lines = (text: string): number => text.split('\n').length - 1;

/** Faults of the tree: long files, full folders, names without meaning or outside ASCII. */
export function layoutFaults(): string[] {
  const files = sourceFiles();
  const faults: string[] = [];
  const folders = Map.groupBy(files, dirname);

  for (const [folder, content] of folders) {
    const counted = content.filter((file) => !/\.(spec|gen)\.tsx?$/.test(file));
    if (folder !== '.' && !COLLECTIONS.test(folder) && counted.length > FULLEST_FOLDER) {
      faults.push(`${folder}: ${counted.length} files (${FULLEST_FOLDER} at most, specs apart)`);
    }
  }
  for (const file of files) {
    if (!/^[\x20-\x7e]+$/.test(file)) faults.push(`${file}: a path is written in ASCII`);
    if (NAMELESS.test(basename(file))) faults.push(`${file}: a name that says nothing`);
    if (!CODE.has(extname(file)) || file.endsWith('.gen.ts')) continue;
    const most = /\.spec\.tsx?$/.test(file) ? LONGEST_SPEC : LONGEST_FILE;
    const length = lines(textOf(file));
    if (length > most) faults.push(`${file}: ${length} lines (${most} at most)`);
  }
  return faults;
}
