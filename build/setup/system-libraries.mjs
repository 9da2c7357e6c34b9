import { outputOf, run, say, SetupError } from './run.mjs';

// Each by the names it has had, the newest first: Ubuntu 24.04 renamed some for 64-bit time.
const forTheApp = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['fonts-noto-cjk'],
  ['fonts-liberation'],
  ['unzip'],
];
const forNoDisplay = [['xvfb'], ['xauth']];
// Swift is a real S3 server.
const swift = ['proxy', 'account', 'container', 'object'].map((name) => [`swift-${name}`]);
const forTheTests = [...forNoDisplay, ['poppler-utils'], ['chromium'], ...swift];

/**
 * The packages to install, out of those needed: none where one of a need's names is installed, else
 * the first name that can be had. A need that can't be had under any name is left out: Ubuntu has
 * Chromium only as a snap, and the tests say so themselves.
 *
 * @param {readonly (readonly string[])[]} needs
 * @param {ReadonlySet<string>} installed
 * @param {ReadonlySet<string>} available
 */
export function choosePackages(needs, installed, available) {
  return needs
    .filter((names) => !names.some((name) => installed.has(name)))
    .map((names) => names.find((name) => available.has(name)))
    .filter((name) => name !== undefined);
}

/**
 * Installs the system libraries on Debian and Ubuntu as root; otherwise names the command and stops.
 * Elsewhere it does nothing.
 *
 * @param {{ readonly tests: boolean, readonly display: boolean }} purpose
 */
export async function installSystemLibraries({ tests, display }) {
  if (process.platform !== 'linux') return;
  const needs = [...forTheApp, ...(tests ? forTheTests : display ? [] : forNoDisplay)];
  const names = needs.flat();
  const installed = await installedPackages(names);
  if (!installed || needs.every((some) => some.some((name) => installed.has(name)))) return;

  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    say('Updating the list of system packages …');
    await run('apt-get', ['update', '-qq']);
  }
  const missing = choosePackages(needs, installed, await availablePackages(names));
  if (missing.length === 0) return;
  const install = ['install', '-y', '--no-install-recommends', ...missing];
  if (!isRoot) {
    throw new SetupError(
      `System libraries are missing. Install them and start again:\n  sudo apt-get update && sudo apt-get ${install.join(' ')}`,
    );
  }
  say(`Installing system packages: ${missing.join(' ')} …`);
  const code = await run('apt-get', ['-qq', ...install], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (code !== 0) throw new SetupError(`apt-get failed with code ${code}; its messages are above.`);
}

/** Undefined where there is no dpkg: then this is neither Debian nor Ubuntu. */
async function installedPackages(/** @type {readonly string[]} */ names) {
  // dpkg-query fails as a whole where one name is unknown, so `|| true` by way of a shell.
  const text = await outputOf('sh', [
    '-c',
    'command -v dpkg-query >/dev/null || exit 1; dpkg-query -W -f \'${db:Status-Status} ${Package}\\n\' "$@" || true',
    'sh',
    ...names,
  ]);
  return text && new Set(linesAfter(text, 'installed '));
}

async function availablePackages(/** @type {readonly string[]} */ names) {
  const text = await outputOf('apt-cache', ['--no-all-versions', 'show', ...names]);
  // Where apt answers for none of them, ask for all by their oldest names: apt then says what is wrong.
  return new Set(
    linesAfter(text ?? names.map((name) => `Package: ${name}`).join('\n'), 'Package: '),
  );
}

function linesAfter(/** @type {string} */ text, /** @type {string} */ start) {
  return text
    .split('\n')
    .filter((line) => line.startsWith(start))
    .map((line) => line.slice(start.length).trim());
}
