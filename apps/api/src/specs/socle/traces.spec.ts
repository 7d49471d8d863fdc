import { databaseUrlForWorker } from '@pleniere/shared/testing';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { jusqua } from '../../testing';

const RACINE = resolve(__dirname, '../../../../..');

/** Listens on a free port of this machine. */
async function ecouter(serveur: Server): Promise<number> {
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
  return (serveur.address() as AddressInfo).port;
}

describe('traces of the built program', () => {
  let dossier: string;
  let recues = '';
  const collecteur = createServer((requete, reponse) => {
    requete.on('data', (morceau: Buffer) => (recues += morceau.toString('latin1')));
    requete.on('end', () => reponse.writeHead(200, { 'Content-Type': 'application/json' }).end('{}'));
  });

  beforeAll(() => {
    mkdirSync(join(RACINE, 'dist'), { recursive: true });
    dossier = mkdtempSync(join(RACINE, 'dist', 'traces-'));
    const rolldown = join(RACINE, 'node_modules/rolldown/bin/cli.mjs');
    const options = ['-c', 'apps/api/rolldown.config.mts', '-d', dossier];
    execFileSync(process.execPath, [rolldown, ...options], { cwd: RACINE, stdio: 'pipe' });
  });
  afterAll(() => {
    collecteur.closeAllConnections();
    collecteur.close();
    rmSync(dossier, { recursive: true });
  });

  it('follow a request to its statements, by setting alone', async () => {
    const [collecte, libre] = [await ecouter(collecteur), createServer()];
    const port = await ecouter(libre);
    await new Promise((ferme) => libre.close(ferme));
    const programme = spawn(process.execPath, [join(dossier, 'main.cjs')], {
      stdio: 'ignore',
      env: {
        DATABASE_URL: databaseUrlForWorker(),
        PORT: String(port),
        LOG_LEVEL: 'silent',
        TACHES: 'false',
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collecte}`,
        OTEL_BSP_SCHEDULE_DELAY: '50',
      },
    });
    try {
      const demander = (chemin: string) => fetch(`http://127.0.0.1:${port}${chemin}`).catch(() => null);
      await jusqua(async () => (await demander('/health/ready'))?.status === 200);
      await demander('/api/v1/public/contrats/1/questions/suivi/secret-recepisse?q=secret-mot');
      await demander('/habitants/un-contrat?q=secret-mot');
      await jusqua(() => /select .*from contrat c/s.test(recues));
      expect(recues).toContain('pleniere');
      expect(recues).toContain('/habitants/');
      expect(recues).not.toContain('/health/ready');
      expect(recues).toContain('/questions/suivi/');
      expect(recues).not.toContain('secret-');
    } finally {
      programme.kill('SIGKILL');
    }
  });
});
