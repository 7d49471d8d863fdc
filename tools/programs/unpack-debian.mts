import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../checkout.mts';

/** What a program needs when its packages are unpacked in a folder instead of being installed. */
function wrapper(root: string, program: string): string {
  const libraries = globSync([join(root, 'usr/lib/*-linux-gnu'), join(root, 'lib/*-linux-gnu')]);
  return [
    '#!/bin/sh',
    `export LD_LIBRARY_PATH='${[...libraries, ...libraries.map((folder) => join(folder, 'nss'))].join(':')}'`,
    `export FONTCONFIG_PATH='${join(root, 'etc/fonts')}' XDG_DATA_DIRS='${join(root, 'usr/share')}'`,
    `exec '${join(root, program)}' "$@"`,
    '',
  ].join('\n');
}

/** LibreOffice names its own folders by absolute addresses: they become those of what was unpacked. */
function relocateLibreOffice(root: string): void {
  for (const file of globSync(join(root, 'usr/lib/libreoffice/program/*rc'))) {
    writeFileSync(file, readFileSync(file, 'utf8').replace(/file:\/\/\/(?=usr\/|etc\/)/g, `file://${root}/`));
  }
}

/**
 * Downloads Debian packages with what they depend on and unpacks them in `folder`, for an account that may not
 * install anything. `programs` maps each command to its file in the packages; the commands appear in `folder/bin`.
 */
export async function unpackDebian(
  folder: string,
  packages: string[],
  programs: Record<string, string>,
): Promise<boolean> {
  const root = join(folder, 'root');
  const archives = join(folder, 'cache/archives');
  for (const needed of [root, join(folder, 'bin'), join(archives, 'partial'), join(folder, 'state/lists/partial')]) {
    mkdirSync(needed, { recursive: true });
  }
  const places = [
    ...[`Dir::State=${join(folder, 'state')}`, 'Dir::State::status=/var/lib/dpkg/status'],
    ...[`Dir::Cache=${join(folder, 'cache')}`, 'Debug::NoLocking=true', 'APT::Sandbox::User='],
  ];
  const aptGet = (args: string[]): Promise<number> =>
    run('apt-get', ['-qq', ...places.flatMap((place) => ['-o', place]), ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });

  if ((await aptGet(['update'])) !== 0) return false;
  if ((await aptGet(['install', '--download-only', '--no-install-recommends', '-y', ...packages])) !== 0) return false;
  for (const archive of globSync(join(archives, '*.deb'))) {
    if ((await run('dpkg-deb', ['--extract', archive, root])) !== 0) return false;
  }
  relocateLibreOffice(root);
  for (const [command, program] of Object.entries(programs)) {
    if (existsSync(join(root, program)))
      writeFileSync(join(folder, 'bin', command), wrapper(root, program), { mode: 0o755 });
  }
  rmSync(join(folder, 'cache'), { recursive: true });
  return true;
}
