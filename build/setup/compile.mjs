import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject, root } from './places.mjs';
import { projectNode, run, say, SetupError } from './run.mjs';

// Every file that the build reads, so that its hash says whether the last build still holds.
const inputs = [
  'electron',
  'renderer',
  'build/vite.main.ts',
  'build/vite.preload.ts',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];
const stamp = inProject('out/built-from');
const configs = ['vite.config.ts', 'build/vite.main.ts', 'build/vite.preload.ts'];

/** Builds page, main process and preload script into out/, unless nothing changed since. */
export async function compile() {
  const hash = await hashInputs();
  if ((await readFile(stamp, 'utf8').catch(() => '')) === hash) return;
  say('Building …');
  for (const config of configs) {
    const code = await run(projectNode(), [
      inProject('node_modules/vite/bin/vite.js'),
      ...viteBuild(config),
    ]);
    if (code !== 0) throw new SetupError(`The build by ${config} failed; its messages are above.`);
  }
  await writeFile(stamp, hash);
}

/** Vite's arguments for one of the three builds, for `dev` with `--watch` added. */
export function viteBuild(/** @type {string} */ config) {
  return ['build', '--config', config, '--logLevel', 'error'];
}

export { configs as viteConfigs };

async function hashInputs() {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of await filesBelow(inProject(input))) {
      hash.update(`${path.relative(root, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

/** @returns {Promise<string[]>} */
async function filesBelow(/** @type {string} */ place) {
  let entries;
  try {
    entries = await readdir(place, { withFileTypes: true });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOTDIR') return [place];
    throw error;
  }
  const sorted = entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  const files = sorted.map((entry) => {
    const below = path.join(place, entry.name);
    return entry.isDirectory() ? filesBelow(below) : [below];
  });
  return (await Promise.all(files)).flat();
}
