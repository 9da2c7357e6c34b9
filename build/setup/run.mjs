import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inProject, root } from './places.mjs';

/** Ends set-up with a message for the user instead of a stack. */
export class SetupError extends Error {}

/** One line on standard error: standard output belongs to the app, for scripts to read. */
export function say(/** @type {string} */ line) {
  process.stderr.write(`${line}\n`);
}

/** The Node that the project pins, where it is installed, else the one that runs this. */
export function projectNode() {
  const pinned = inProject(
    'node_modules/node/bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  return existsSync(pinned) ? pinned : process.execPath;
}

/**
 * Runs a command in the project's folder and answers its exit code, -1 where it could not start.
 * Its standard output goes to standard error unless `stdio` says otherwise.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
    // Ctrl+C reaches the child as well; set-up waits to see how the child takes it.
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', waitForChild).on('SIGTERM', forward);
    const end = (/** @type {number} */ code) => {
      process.off('SIGINT', waitForChild).off('SIGTERM', forward);
      resolve(code);
    };
    child.on('error', () => {
      end(-1);
    });
    child.on('close', (code, signal) => {
      end(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/**
 * The standard output of a command, undefined where it failed or does not exist.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<string | undefined>}
 */
export function outputOf(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += String(part);
    });
    child.on('error', () => {
      resolve(undefined);
    });
    child.on('close', (code) => {
      resolve(code === 0 ? text : undefined);
    });
  });
}

/** npm as a command that `spawn` can start: on Windows `npm` is a script. */
export function npm(/** @type {string[]} */ ...args) {
  const script = process.env['npm_execpath'];
  if (script?.endsWith('.js')) return /** @type {const} */ ([process.execPath, [script, ...args]]);
  return /** @type {const} */ (['npm', args]);
}

function waitForChild() {
  // Deliberately nothing.
}
