import { execFile } from 'node:child_process';
import { projectFolder } from './app.ts';

/** How a run ended, and what it said. */
export interface Ended {
  readonly code: number;
  readonly printed: string;
  readonly complained: string;
}

/** Runs `npm start -- …` to its end. */
export function npmStart(args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: projectFolder, timeout: 120_000 };
    execFile('npm', ['start', '--silent', '--', ...args], options, (error, printed, complained) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, printed, complained });
    });
  });
}
