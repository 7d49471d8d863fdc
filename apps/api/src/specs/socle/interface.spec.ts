import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import request from 'supertest';
import { servirInterface } from '../../web';

const SCRIPT = 'globalThis.quartiers = 13;\n';

describe('files of the interface', () => {
  const racine = mkdtempSync(join(tmpdir(), 'pleniere-interface-'));
  const serveur = express();

  beforeAll(() => {
    writeFileSync(join(racine, 'index.html'), '<pl-root></pl-root>');
    for (const nom of ['main-1.js', 'ngsw-worker.js']) {
      writeFileSync(join(racine, nom), SCRIPT);
      writeFileSync(join(racine, `${nom}.br`), brotliCompressSync(SCRIPT));
    }
    servirInterface(serveur as unknown as NestExpressApplication, racine);
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
});
