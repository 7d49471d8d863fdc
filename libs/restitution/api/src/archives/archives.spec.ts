import { jsonCanonique, publierArrete } from '@pleniere/plenieres/domain';
import Ajv2020 from 'ajv/dist/2020';
import { strFromU8, unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { arreteExemple, ficheFigee, indicateurFige, matiereExemple, valeurFigee } from '../essai/arrete-exemple';
import { lirePdf } from '../essai/pdf-lu';
import { empreinteDe } from './bordereau';
import { fabriquerArchives } from './fabriquer-archives';

interface Manifeste {
  arrete: { numero: number; sha256: string };
  masquage: { valeursMasquees: number };
  fichiers: { chemin: string; taille: number; sha256: string }[];
}

describe('the transfer of an arrêté to the archives', () => {
  let octets: Uint8Array;
  let fichiers: Record<string, Uint8Array>;
  const lire = (chemin: string) => strFromU8(fichiers[chemin] ?? new Uint8Array());
  beforeAll(async () => {
    ({ octets } = await fabriquerArchives(matiereExemple(), () => undefined));
    fichiers = unzipSync(octets);
  });

  it('holds the book and each fiche as PDF/A, the data with its schema, and its papers', () => {
    expect(Object.keys(fichiers)).toEqual(
      expect.arrayContaining([
        ...['LISEZ-MOI.txt', 'manifeste.json', 'empreintes.sha256', 'livre-arrete-3.pdf', 'fiches/fiche-T1.1.pdf'],
        ...['fiches/fiche-T1.2.pdf', 'donnees/fiches.csv', 'donnees/valeurs.csv', 'donnees/avis-de-l-etat.csv'],
        ...['donnees/dictionnaire.csv', 'donnees/arrete.json', 'donnees/arrete.schema.json'],
      ]),
    );
    for (const pdf of ['livre-arrete-3.pdf', 'fiches/fiche-T1.1.pdf']) {
      expect(lirePdf(fichiers[pdf] ?? new Uint8Array()).xmp).toMatch(/<pdfaid:part>2<.*<pdfaid:conformance>A</s);
    }
  });

  it('has a manifest that tells the size and the fingerprint of every other file', () => {
    const { arrete, fichiers: dits } = JSON.parse(lire('manifeste.json')) as Manifeste;
    expect(arrete).toMatchObject({ numero: 3, sha256: matiereExemple().sha256 });
    const papiers = ['LISEZ-MOI.txt', 'manifeste.json', 'empreintes.sha256'];
    expect(dits.map(({ chemin }) => chemin).sort()).toEqual(
      Object.keys(fichiers)
        .filter((chemin) => !papiers.includes(chemin))
        .sort(),
    );
    for (const { chemin, taille, sha256 } of dits) {
      const piece = fichiers[chemin] ?? new Uint8Array();
      expect([chemin, piece.length, empreinteDe(piece)]).toEqual([chemin, taille, sha256]);
      expect(lire('LISEZ-MOI.txt')).toContain(sha256);
    }
  });

  it('is verified by sha256sum, and a changed file is told', () => {
    const dossier = mkdtempSync(join(tmpdir(), 'versement-'));
    try {
      for (const [chemin, contenu] of Object.entries(fichiers)) {
        mkdirSync(dirname(join(dossier, chemin)), { recursive: true });
        writeFileSync(join(dossier, chemin), contenu);
      }
      const verifier = () =>
        execFileSync('sha256sum', ['--quiet', '-c', 'empreintes.sha256'], { cwd: dossier, stdio: 'pipe' });
      expect(verifier().toString()).toBe('');
      writeFileSync(join(dossier, 'donnees/valeurs.csv'), 'faux');
      expect(verifier).toThrow();
    } finally {
      rmSync(dossier, { recursive: true });
    }
  });

  it('gives the content in its published shape, small counts under secrecy', () => {
    const contenu = JSON.parse(lire('donnees/arrete.json')) as object;
    const valider = new Ajv2020({ strict: false }).compile(JSON.parse(lire('donnees/arrete.schema.json')) as object);
    valider(contenu);
    expect(valider.errors?.filter(({ instancePath }) => !/\/id$/.test(instancePath)) ?? []).toEqual([]);
    expect(JSON.stringify(contenu)).not.toContain('"valeur":3,');
    expect(lire('donnees/valeurs.csv')).toContain('<\u202F5');
    expect((JSON.parse(lire('manifeste.json')) as Manifeste).masquage).toEqual({ seuil: 5, valeursMasquees: 2 });
  });

  it('is the same archive each time', async () => {
    const { octets: second } = await fabriquerArchives(matiereExemple(), () => undefined);
    expect(Buffer.from(second).equals(octets)).toBe(true);
  });
});

describe('the published content of an arrêté', () => {
  it('is the very one that was hashed when nothing is small', () => {
    const valeurs = [valeurFigee(2025, 'QN03702M', 67), valeurFigee(2025, 'QN03709M', 0)];
    const arrete = arreteExemple({ fiches: [ficheFigee({ indicateurs: [indicateurFige({ valeurs })] })] });
    const { contenu, masquees } = publierArrete(arrete, 5);
    expect([jsonCanonique(contenu), masquees]).toEqual([jsonCanonique(arrete), 0]);
  });

  it('keeps the weights that are populations, never those that are counts of another indicator', () => {
    const poids = [{ annee: 2025, territoire: 'QN03702M', poids: 4 }];
    const publie = (reste: Parameters<typeof indicateurFige>[0]) =>
      publierArrete(arreteExemple({ fiches: [ficheFigee({ indicateurs: [indicateurFige(reste)] })] }), 5).contenu;
    expect(jsonCanonique(publie({ poids, ponderationId: null }))).toContain('"poids":4');
    expect(jsonCanonique(publie({ poids, ponderationId: 'autre' }))).not.toContain('"poids"');
  });
});
