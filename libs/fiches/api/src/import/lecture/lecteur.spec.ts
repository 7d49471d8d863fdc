import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LecteurHorsFil, LecteurSurPlace, ouvrirLecteur } from './lecteur';

const RACINE = resolve(__dirname, '../../../../../..');
const FICHE = { nom: 'fiche.txt', octets: new Uint8Array(Buffer.from('Pilote du projet : Villes\nQuand ? En 2026')) };
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Count 1/Kids[4 0 R]>>endobj
3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>endobj
5 0 obj<</Length 44>>
stream
BT /F1 11 Tf 60 700 Td (Pilote : Villes) Tj ET
endstream endobj
trailer<</Root 1 0 R>>`;

describe('reading documents off the thread that answers requests', () => {
  let dossier: string;

  beforeAll(() => {
    mkdirSync(join(RACINE, 'dist'), { recursive: true });
    dossier = mkdtempSync(join(RACINE, 'dist', 'lecteur-'));
    const rolldown = join(RACINE, 'node_modules/rolldown/bin/cli.mjs');
    execFileSync(process.execPath, [rolldown, '-c', 'apps/api/rolldown.config.mts', '-d', dossier], {
      cwd: RACINE,
      stdio: 'pipe',
    });
  }, 120_000);
  afterAll(() => rmSync(dossier, { recursive: true }));

  it('uses the worker that the build puts beside the program, and does without when it runs from its sources', async () => {
    const lecteur = ouvrirLecteur(dossier) as LecteurHorsFil;
    expect(lecteur).toBeInstanceOf(LecteurHorsFil);
    expect(await lecteur.lire(FICHE)).toEqual(await new LecteurSurPlace().lire(FICHE));
    expect(await lecteur.lire({ nom: 'f.pdf', octets: new Uint8Array(Buffer.from(PDF)) })).toMatchObject({
      format: 'pdf',
      document: { texte: 'Pilote : Villes' },
    });
    await lecteur.onModuleDestroy();
    expect(ouvrirLecteur(__dirname)).toBeInstanceOf(LecteurSurPlace);
  });

  it('stops a reading that lasts, says so, and goes on with the next', async () => {
    const presse = new LecteurHorsFil(join(dossier, 'lecture.worker.cjs'), 1);
    expect(await presse.lire(FICHE)).toEqual({ refus: expect.stringContaining('trop long') });
    await presse.onModuleDestroy();
    const patient = new LecteurHorsFil(join(dossier, 'lecture.worker.cjs'));
    const lectures = await Promise.all([1, 2, 3].map(() => patient.lire(FICHE)));
    expect(lectures.every((lecture) => 'document' in lecture)).toBe(true);
    await patient.onModuleDestroy();
  });
});
