import { strToU8 } from 'fflate';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ecrireTableur, lireTableur } from './tableur';
import { ouvrirTableurs, TableursHorsFil, TableursSurPlace } from './tableurs';

const RACINE = resolve(__dirname, '../../../../..');
const FEUILLES = [
  {
    nom: 'Valeurs',
    lignes: [
      ['indicateur', 'annee', 'valeur'],
      ['Séances', 2025, 12.5],
    ],
    largeurs: [40, 8, 8],
  },
];

describe('reading spreadsheets off the thread that answers requests', () => {
  let dossier: string;
  let tableurs: TableursHorsFil;

  beforeAll(() => {
    mkdirSync(join(RACINE, 'dist'), { recursive: true });
    dossier = mkdtempSync(join(RACINE, 'dist', 'tableurs-'));
    const rolldown = join(RACINE, 'node_modules/rolldown/bin/cli.mjs');
    execFileSync(process.execPath, [rolldown, '-c', 'apps/api/rolldown.config.mts', '-d', dossier], {
      cwd: RACINE,
      stdio: 'pipe',
    });
    tableurs = ouvrirTableurs(dossier) as TableursHorsFil;
  });
  afterAll(async () => {
    await tableurs.onModuleDestroy();
    rmSync(dossier, { recursive: true });
  });

  it('uses the worker that the build puts beside the program, and does without it when run from sources', () => {
    expect(tableurs).toBeInstanceOf(TableursHorsFil);
    expect(ouvrirTableurs(__dirname)).toBeInstanceOf(TableursSurPlace);
  });

  it.each(['xlsx', 'ods', 'csv'] as const)('writes and reads %s as the program itself would', async (format) => {
    const octets = new Uint8Array(await tableurs.ecrire(FEUILLES, format));
    expect(await tableurs.lire(octets)).toEqual(await lireTableur(octets));
    expect(await lireTableur(new Uint8Array(await ecrireTableur(FEUILLES, format)))).toEqual(await lireTableur(octets));
  });

  it('says what is wrong with a file, and goes on with the next', async () => {
    await expect(tableurs.lire(new Uint8Array())).rejects.toThrow('Ce fichier est vide.');
    expect((await tableurs.lire(strToU8('a;b\n1;2'))).format).toBe('csv');
  });

  it('stops a file that takes too long, and goes on with the next', async () => {
    const presse = new TableursHorsFil(join(dossier, 'tableur.worker.cjs'), 1);
    await expect(presse.lire(strToU8('a;b\n1;2'))).rejects.toThrow('trop long à lire');
    await presse.onModuleDestroy();
  });

  it('stops a file that takes too much memory, and goes on with the next', async () => {
    const etroit = new TableursHorsFil(join(dossier, 'tableur.worker.cjs'), 60_000, 64);
    const lignes = Array.from({ length: 20_000 }, (_, rang) => Array.from({ length: 10 }, () => `Case ${rang}`));
    const long = await ecrireTableur([{ nom: 'Valeurs', lignes, largeurs: [] }], 'ods');
    await expect(etroit.lire(new Uint8Array(long))).rejects.toThrow('trop volumineux');
    expect((await etroit.lire(strToU8('a;b\n1;2'))).format).toBe('csv');
    await etroit.onModuleDestroy();
  });
});
