import { databaseUrlForWorker } from '@pleniere/shared/testing';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { jusqua } from './demarrer-api';

const RACINE = resolve(__dirname, '../../../..');

/** Listens on a free port of this machine. */
export async function ecouter(serveur: Server): Promise<number> {
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
  return (serveur.address() as AddressInfo).port;
}

/** Builds the server as it is delivered; gives the folder that holds it, to be removed by the caller. */
export function construireProgramme(): { dossier: string; retirer: () => void } {
  mkdirSync(join(RACINE, 'dist'), { recursive: true });
  const dossier = mkdtempSync(join(RACINE, 'dist', 'essai-'));
  const rolldown = join(RACINE, 'node_modules/rolldown/bin/cli.mjs');
  const options = ['-c', 'apps/api/rolldown.config.mts', '-d', dossier];
  execFileSync(process.execPath, [rolldown, ...options], { cwd: RACINE, stdio: 'pipe' });
  return { dossier, retirer: () => rmSync(dossier, { recursive: true }) };
}

/** Starts it on the database of this worker, on a free port, and waits until it answers. */
export async function lancerProgramme(
  dossier: string,
  reglages: Record<string, string>,
  dire: (morceau: Buffer) => void = () => undefined,
): Promise<{ port: number; programme: ChildProcess }> {
  const libre = createServer();
  const port = await ecouter(libre);
  await new Promise((ferme) => libre.close(ferme));
  const programme = spawn(process.execPath, [join(dossier, 'main.cjs')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { DATABASE_URL: databaseUrlForWorker(), PORT: String(port), TACHES: 'false', ...reglages },
  });
  programme.stdout.on('data', dire);
  programme.stderr.on('data', dire);
  const repond = () => fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
  await jusqua(async () => (await repond())?.status === 200);
  return { port, programme };
}
