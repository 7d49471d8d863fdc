import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import request from 'supertest';
import { servirInterface } from '../../web';

const SCRIPT = 'globalThis.quartiers = 13;\n';
const ECRANS = [
  {
    adresse: '/fiches/:code',
    connecte: true,
    scripts: ['/fiche.js'],
    lectures: ['fiches/:code', 'contrats/:contrat/qpv:requete'],
  },
  { adresse: '/connexion', connecte: false, scripts: ['/connexion.js'], lectures: [] },
];

describe('files of the interface', () => {
  const racine = mkdtempSync(join(tmpdir(), 'pleniere-interface-'));
  const serveur = express();

  let contrat: string | null = null;

  beforeAll(() => {
    writeFileSync(join(racine, 'index.html'), '<body><pl-root></pl-root></body>');
    writeFileSync(join(racine, 'premiers-ecrans.json'), JSON.stringify(ECRANS));
    for (const nom of ['main-1.js', 'ngsw-worker.js']) {
      writeFileSync(join(racine, nom), SCRIPT);
      writeFileSync(join(racine, `${nom}.br`), brotliCompressSync(SCRIPT));
    }
    servirInterface(serveur as unknown as NestExpressApplication, racine, () => Promise.resolve(contrat));
  });

  afterAll(() => rmSync(racine, { recursive: true }));

  const lire = (nom: string, encodage: string) => request(serveur).get(nom).set('Accept-Encoding', encodage);

  it('are sent as the build compressed them, to whoever reads that', async () => {
    const { headers } = await lire('/main-1.js', 'gzip, br').responseType('blob');
    expect(headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    expect(headers['content-type']).toContain('javascript');
    expect(headers['cache-control']).toContain('immutable');
  });

  it('are sent as they are to the others', async () => {
    const { headers, text } = await lire('/main-1.js', 'gzip');
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['vary']).toBe('Accept-Encoding');
    expect(text).toBe(SCRIPT);
  });

  it('are asked again when their name does not tell their version', async () => {
    const { headers } = await lire('/ngsw-worker.js', 'br').responseType('blob');
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('leave every other address to the page', async () => {
    const { text, headers } = await lire('/fiches', 'br').set('Accept', 'text/html');
    expect(text).toContain('<pl-root');
    expect(headers['content-encoding']).toBeUndefined();
  });

  describe('page', () => {
    const annonces = async (adresse: string) => {
      const { text } = await lire(adresse, 'br').set('Accept', 'text/html');
      return [...text.matchAll(/<link rel="(?:module)?preload" href="([^"]*)"/g)].map(([, lien]) => lien);
    };

    it('says to whoever is logged in what the screen of its address will ask for', async () => {
      contrat = 'c1';
      expect(await annonces('/fiches/T1.1?depuis=2025')).toEqual([
        '/api/v1/fiches/T1.1',
        '/api/v1/contrats/c1/qpv?depuis=2025',
        '/fiche.js',
      ]);
      expect(await annonces('/connexion')).toEqual([]);
    });

    it('says to the others what they may open, and nothing of a contrat', async () => {
      contrat = null;
      expect(await annonces('/fiches/T1.1')).toEqual([]);
      expect(await annonces('/connexion')).toEqual(['/connexion.js']);
    });

    it.each(['/fiches/import', '/fiches/T1.1?a=(1)', '/fiches/%22%3E%3Cscript%3E', '/fiches/T1.1/actions'])(
      'says nothing of %s',
      async (adresse) => {
        contrat = 'c1';
        expect(await annonces(adresse)).toEqual([]);
      },
    );
  });
});
