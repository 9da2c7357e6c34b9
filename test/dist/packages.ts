import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const projectFolder = resolve(import.meta.dirname, '../..');
const release = join(projectFolder, 'release');

/** Where `npm run dist` put its packages: the ones to ship, or, on a closed machine, the trial. */
const folder = [release, join(release, 'trial')].find(
  (place) => existsSync(place) && readdirSync(place).some((name) => name.endsWith('.deb')),
);

/** The deb; undefined where none was made. */
export const debFile = fileEnding('.deb');

/** The unpacked app that the packages are of. */
export const unpacked = folder === undefined ? undefined : join(folder, 'linux-unpacked');

function fileEnding(end: string): string | undefined {
  if (folder === undefined) return undefined;
  const name = readdirSync(folder).find((one) => one.endsWith(end));
  return name === undefined ? undefined : join(folder, name);
}
