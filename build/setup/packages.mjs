import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { inProject } from './places.mjs';
import { npm, run, say, SetupError } from './run.mjs';

/** @typedef {{ version?: string, optional?: boolean, peer?: boolean, devOptional?: boolean }} LockedPackage */
/** @typedef {{ packages?: Record<string, LockedPackage> }} Lock */

/**
 * Whether what is installed is what the lock names. Packages for other platforms may be missing.
 *
 * @param {Lock} wanted package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json, which npm writes last
 */
export function isInstalled(wanted, installed) {
  const there = new Map(Object.entries(installed.packages ?? {}));
  const named = new Map(Object.entries(wanted.packages ?? {}));
  named.delete('');
  for (const [place, { version, optional }] of named) {
    const found = there.get(place);
    if (found ? found.version !== version : !optional) return false;
  }
  return [...there.keys()].every((place) => named.has(place));
}

/** Installs the npm packages where they are missing or differ from the lock file. */
export async function installPackages() {
  const [wanted, installed] = await Promise.all([
    readLock('package-lock.json'),
    readLock('node_modules/.package-lock.json'),
  ]);
  if (!isInstalled(wanted, installed)) {
    say('Installing the npm packages of package-lock.json …');
    const [command, args] = npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
    const code = await run(command, args);
    if (code !== 0)
      throw new SetupError(`npm ci failed with code ${code}; its messages are above.`);
  }
  await installNode();
}

// npm may be set to run no install scripts; the package `node` needs its own to get the binary.
async function installNode() {
  if (
    existsSync(inProject('node_modules/node/bin')) ||
    Number(process.versions.node.split('.')[0]) >= 24
  )
    return;
  say('Installing Node.js 24 for the tools …');
  const [command, args] = npm('rebuild', 'node', '--ignore-scripts=false', '--loglevel=error');
  const code = await run(command, args);
  if (code !== 0)
    throw new SetupError(`npm rebuild node failed with code ${code}; its messages are above.`);
}

/** @returns {Promise<Lock>} */
async function readLock(/** @type {string} */ file) {
  try {
    return JSON.parse(await readFile(inProject(file), 'utf8'));
  } catch {
    // Not there, or cut short by an interrupted install: either way nothing that counts.
    return {};
  }
}
