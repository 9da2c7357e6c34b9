import { existsSync } from 'node:fs';
import { builtPackages, installedProgram } from './packages.ts';

/**
 * Refuses the run where it could only skip: nothing of an installed package can be said without
 * installing it. Playwright's global set-up.
 */
// eslint-disable-next-line no-restricted-syntax -- Playwright calls what is exported so
export default function checkPreconditions(): void {
  builtPackages();
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new Error('Only root, on Debian or Ubuntu, can install the deb: run this as root there.');
  }
  if (existsSync(installedProgram)) {
    throw new Error(
      `${installedProgram} is installed already, and would be removed: remove it first.`,
    );
  }
}
