import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT, run } from '../checkout.mts';
import { unpackDebian } from './unpack-debian.mts';

const PROGRAMS = {
  chromium: 'usr/lib/chromium/chromium',
  qpdf: 'usr/bin/qpdf',
  pdftotext: 'usr/bin/pdftotext',
  pdfinfo: 'usr/bin/pdfinfo',
  pdffonts: 'usr/bin/pdffonts',
  pdftoppm: 'usr/bin/pdftoppm',
  soffice: 'usr/bin/soffice',
};
const PACKAGES = ['chromium', 'qpdf', 'poppler-utils', 'libreoffice-writer-nogui'];
const UNPACKED = join(CHECKOUT, '.pleniere/programs');

/** Where a program is, in the folders of PATH. */
function find(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(':');
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

const isMissing = (program: string): boolean => find(program) === undefined;

async function canSudo(): Promise<boolean> {
  return find('sudo') !== undefined && (await run('sudo', ['-n', 'true'], { stdio: 'ignore' })) === 0;
}

async function install(prefix: string[]): Promise<void> {
  const [program = '', ...args] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
  const options = { stdio: ['ignore', 'ignore', 'inherit'] as ('ignore' | 'inherit')[] };
  await run(program, [...args, 'update'], options);
  await run(program, [...args, 'install', '-y', '--no-install-recommends', ...PACKAGES], options);
}

/**
 * Chromium for the journeys, qpdf and poppler's commands for the PDF tests, LibreOffice for the Word ones: found on this
 * machine, else taken from Debian's packages, installed when the account may do so and unpacked in `.pleniere/`
 * otherwise. Puts them in the PATH and in CHROMIUM_PATH of the tests.
 */
export async function provideTestPrograms(): Promise<void> {
  process.env['PATH'] = `${process.env['PATH'] ?? ''}:${join(UNPACKED, 'bin')}`;
  const wanted = Object.keys(PROGRAMS).filter((program) => program !== 'chromium' || !process.env['CHROMIUM_PATH']);

  if (wanted.some(isMissing) && !isMissing('apt-get')) {
    process.stdout.write(`Il manque ${wanted.filter(isMissing).join(', ')} : installation des paquets de Debian…\n`);
    if (process.getuid?.() === 0) await install([]);
    else if (await canSudo()) await install(['sudo', '-n']);
    else await unpackDebian(UNPACKED, PACKAGES, PROGRAMS);
  }
  const missing = wanted.filter(isMissing);
  if (missing.length > 0) {
    process.stderr.write(
      `Il manque ${missing.join(', ')} aux tests. Sous Debian : apt-get install -y ${PACKAGES.join(' ')}\n`,
    );
  }
  process.env['CHROMIUM_PATH'] ??= find('chromium');
}
