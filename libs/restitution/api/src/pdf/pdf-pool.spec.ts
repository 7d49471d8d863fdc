import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FICHE_EXEMPLE } from '../essai/fiche-exemple';
import { ouvrirPdfEngine, PdfPool, PdfSurPlace } from './pdf-pool';
import { TypstEngine } from './typst-engine';

const RACINE = resolve(__dirname, '../../../../..');

describe('making PDFs off the thread that answers requests', () => {
  let dossier: string;
  let moteur: PdfPool;

  beforeAll(() => {
    mkdirSync(join(RACINE, 'dist'), { recursive: true });
    dossier = mkdtempSync(join(RACINE, 'dist', 'pdf-pool-'));
    const rolldown = join(RACINE, 'node_modules/rolldown/bin/cli.mjs');
    execFileSync(process.execPath, [rolldown, '-c', 'apps/api/rolldown.config.mts', '-d', dossier], {
      cwd: RACINE,
      stdio: 'pipe',
    });
    moteur = ouvrirPdfEngine(dossier) as PdfPool;
  });
  afterAll(async () => {
    await moteur.onModuleDestroy();
    rmSync(dossier, { recursive: true });
  });

  it('uses the worker that the build puts beside the program', () => {
    expect(moteur).toBeInstanceOf(PdfPool);
  });

  it('gives the same bytes as the engine in the program itself', async () => {
    const attendu = await new TypstEngine().exporter(FICHE_EXEMPLE);
    expect(Buffer.from(await moteur.exporter(FICHE_EXEMPLE)).equals(attendu)).toBe(true);
  });

  it('leaves the thread free while it works', async () => {
    let tours = 0;
    const horloge = setInterval(() => tours++, 1);
    const trente = Array.from({ length: 30 }, (_, rang) => moteur.exporter({ ...FICHE_EXEMPLE, code: `T 1.${rang}` }));
    await Promise.all(trente);
    clearInterval(horloge);
    expect(tours).toBeGreaterThan(30);
  });

  it('says why a document is refused, and goes on with the next', async () => {
    await expect(moteur.exporter({ ...FICHE_EXEMPLE, date: 'jamais' })).rejects.toThrow();
    expect((await moteur.exporter(FICHE_EXEMPLE)).length).toBeGreaterThan(10_000);
  });

  it('does without a worker when it runs from its sources', () => {
    expect(ouvrirPdfEngine(__dirname)).toBeInstanceOf(PdfSurPlace);
  });
});
