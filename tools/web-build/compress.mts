import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const COMPRESSIBLE = /\.(js|css|svg)$/;

/** Puts beside each file of a folder the same file compressed as much as can be: the server then only has to send it. */
export async function compressFiles(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => COMPRESSIBLE.test(name));
  await Promise.all(
    names.map(async (name) => {
      const compressed = await promisify(brotliCompress)(await readFile(join(folder, name)));
      await writeFile(join(folder, `${name}.br`), compressed);
    }),
  );
}
