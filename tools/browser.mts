import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './checkout.mts';

const PACKAGES = ['chromium', 'qpdf', 'poppler-utils'];
const PROGRAMS = ['qpdf', 'pdftotext'];
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function isInPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)));
}

/** The Chromium of this machine, if any: CHROMIUM_PATH, then the usual places. */
function findBrowser(): string | undefined {
  return [process.env['CHROMIUM_PATH'] ?? '', ...BROWSERS].find((path) => path && existsSync(path));
}

/**
 * Chromium for the journeys, qpdf and pdftotext for the PDF tests; installed from Debian's packages when they are
 * missing and the account may do so. Gives the browser's path, or nothing after having said what to install.
 */
export async function ensureTestPrograms(): Promise<string | undefined> {
  const isComplete = (): boolean => findBrowser() !== undefined && PROGRAMS.every(isInPath);
  if (!isComplete() && isInPath('apt-get')) {
    const isRoot = process.getuid?.() === 0;
    const sudo = isRoot ? [] : ['sudo', '-n'];
    if (isRoot || (isInPath('sudo') && (await run('sudo', ['-n', 'true'], { stdio: 'ignore' })) === 0)) {
      await installWith([...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq']);
    }
  }
  if (!isComplete()) {
    process.stderr.write(`Il manque des programmes de Debian aux tests : apt-get install -y ${PACKAGES.join(' ')}\n`);
  }
  return findBrowser();
}

async function installWith(aptGet: string[]): Promise<void> {
  process.stdout.write(`Installation de ${PACKAGES.join(', ')}…\n`);
  const [program = '', ...args] = aptGet;
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ('ignore' | 'inherit')[] };
  await run(program, [...args, 'update'], quiet);
  await run(program, [...args, 'install', '-y', '--no-install-recommends', ...PACKAGES], quiet);
}
