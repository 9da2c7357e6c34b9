import { app } from 'electron';
import { z } from 'zod';
import { caseNameFor } from './command-line.ts';
import type { OpenedPaths } from './ipc/contract.ts';

const startedAgain = z.object({ sample: z.boolean(), paths: z.array(z.string()) });

/**
 * Paths that were named after the start: by another start of the app, or by macOS, which names
 * every file that is opened with the app, the first ones too, this way and one by one. They wait
 * here until the page asks for them.
 */
export class LaterStarts {
  #sample = false;
  #paths: string[] = [];
  #taken: readonly string[] = [];
  #answer: ((opened: OpenedPaths) => void) | undefined;

  /** Call before `ready`. */
  listen(): void {
    app.on('open-file', (event, path) => {
      event.preventDefault();
      this.add({ sample: false, paths: [path] });
    });
  }

  /** Notes what was named; what is none is passed over. */
  add(data: unknown): void {
    const { success, data: named } = startedAgain.safeParse(data);
    if (!success || (!named.sample && named.paths.length === 0)) return;
    this.#sample ||= named.sample;
    this.#paths.push(...named.paths);
    this.#settle();
  }

  /** The paths that wait, or the next that are named. A call before that still waits is forgotten. */
  next(): Promise<OpenedPaths> {
    return new Promise((resolve) => {
      this.#answer = resolve;
      this.#settle();
    });
  }

  /** The paths that were answered last. */
  take(): readonly string[] {
    return this.#taken;
  }

  #settle(): void {
    const answer = this.#answer;
    const paths = this.#paths;
    if (answer === undefined || (!this.#sample && paths.length === 0)) return;
    const opened = { sample: this.#sample && paths.length === 0, paths };
    this.#answer = undefined;
    this.#sample = false;
    this.#paths = [];
    this.#taken = paths;
    answer({ sample: opened.sample, caseName: caseNameFor(opened) });
  }
}
