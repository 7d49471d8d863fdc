import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const RACINE = join(__dirname, '../../../../..');
const lignes = readFileSync(join(RACINE, 'docs/participation.md'), 'utf8')
  .split('\n')
  .filter((ligne) => /^\| \d/.test(ligne));
const preuves = lignes.flatMap((ligne) =>
  [...ligne.matchAll(/\]\(\.\.\/([^)]+\.spec\.tsx?)\) › ([^|<]+)/g)].flatMap(([, chemin = '', titres = '']) =>
    [...titres.matchAll(/“([^”]+)”/g)].map(([, titre = '']) => [chemin, titre] as const),
  ),
);

describe('the table of what proves the participation', () => {
  it('has the eighteen checks, each with what shows it', () => {
    expect(lignes.map((ligne) => Number(/\d+/.exec(ligne)?.[0]))).toEqual(
      Array.from({ length: 18 }, (_, rang) => rang + 1),
    );
    for (const ligne of lignes) expect(ligne).toMatch(/\]\(\S+\) ›|npm run bench/);
    expect(preuves.length).toBeGreaterThan(35);
  });

  it.each(preuves)('%s still says “%s”', (chemin, titre) => {
    expect(existsSync(join(RACINE, chemin))).toBe(true);
    expect(readFileSync(join(RACINE, chemin), 'utf8')).toContain(`'${titre}'`);
  });
});
