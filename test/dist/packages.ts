import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const projectFolder = resolve(import.meta.dirname, '../..');

/** Where the deb puts the program. */
export const installedProgram = '/opt/Trailwitness/trailwitness';

/** What `npm run dist` made for this system. */
export interface Packages {
  readonly deb: string;
  /** The folder of the unpacked app that the packages are of. */
  readonly unpacked: string;
}

/**
 * The packages to test: the ones to ship or, of a closed machine, the trial ones. Throws where
 * `npm run dist` has made no deb.
 */
export function builtPackages(): Packages {
  const release = join(projectFolder, 'release');
  for (const folder of [release, join(release, 'trial')]) {
    const deb = existsSync(folder) && readdirSync(folder).find((name) => name.endsWith('.deb'));
    if (deb) return { deb: join(folder, deb), unpacked: join(folder, 'linux-unpacked') };
  }
  throw new Error('There is no deb: run npm run dist first.');
}
