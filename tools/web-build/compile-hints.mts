import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Chrome reads it (« explicit compile hints »); to other browsers it is a comment. */
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Says in the scripts that the page names that what they hold is run as it opens: the browser then makes it ready while
 * it arrives, beside the page's thread, instead of on it at each first call.
 */
export async function hintFirstScripts(folder: string): Promise<void> {
  const [page, kept] = await Promise.all(
    ['index.html', 'ngsw.json'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  const { hashTable, ...rest } = JSON.parse(kept ?? '') as { hashTable: Record<string, string> };
  const names = [...(page ?? '').matchAll(/(?:href|src)="\/([\w-]+\.js)"/g)].map(([, name = '']) => name);
  for (const name of names) {
    const script = HINT + (await readFile(join(folder, name), 'utf8'));
    await writeFile(join(folder, name), script);
    hashTable[`/${name}`] = createHash('sha1').update(script).digest('hex');
  }
  await writeFile(join(folder, 'ngsw.json'), JSON.stringify({ ...rest, hashTable }, null, 2));
}
