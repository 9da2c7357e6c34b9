import { tmpdir } from 'node:os';
import { app, type WebContents } from 'electron';
import { makeBatchProfile, removeBatchProfile } from './batch-profile.ts';
import type { SaveFiles } from './files/save-file.ts';
import { Watchdog } from './watchdog.ts';

// Longer than any one step takes without a call or a byte read: sorting ten million events, a report.
const patienceMinutes = 10;

/**
 * A run without a window. It has a profile of its own, ends by the page's word, and where the page
 * can't say it any more by its own: with a message and code 1, never by waiting for ever.
 */
export class BatchRun {
  readonly #saves: SaveFiles;
  readonly #watchdog: Watchdog;
  #isEnding = false;

  /** Call before `ready`: the profile's folder is chosen here. */
  constructor(saves: SaveFiles) {
    this.#saves = saves;
    this.#watchdog = new Watchdog(patienceMinutes * 60_000, () => {
      void this.fail(`nothing moved for ${patienceMinutes} minutes`);
    });
    const profile = makeBatchProfile(tmpdir());
    app.setPath('userData', profile);
    process.on('exit', () => {
      removeBatchProfile(profile);
    });
    // Otherwise Electron would show a dialog, which nobody sees.
    process.on('uncaughtException', (error) => void this.fail(error.stack ?? error.message));
    // Ctrl+C and kill come as a wish to quit, which would end with 0: but nothing was finished.
    app.on('before-quit', (event) => {
      event.preventDefault();
      void this.exit(130);
    });
    // A reader that has read enough, as `head` does, ends the run like a signal would.
    for (const stream of [process.stdout, process.stderr])
      stream.on('error', () => void this.exit(141));
  }

  /** Shows the page's errors to who started the run, and waits for its word from now on. */
  watch(page: WebContents): void {
    page.on('console-message', (_event, level, message, line, source) => {
      // After an error that nothing caught, the page's word may never come.
      if (message.startsWith('Uncaught')) void this.fail(`${message} (${source}:${line})`);
      else if (level >= 3) process.stderr.write(`${message} (${source}:${line})\n`);
    });
    this.moved();
  }

  /** The page asked something, or read some bytes. */
  moved(): void {
    this.#watchdog.touch();
  }

  /** Ends the run because something broke. */
  async fail(reason: string): Promise<void> {
    if (!this.#isEnding) process.stderr.write(`Trailwitness stopped: ${reason}\n`);
    await this.exit(1);
  }

  /** Ends the run; what was being saved is dropped. */
  async exit(code: number): Promise<void> {
    if (this.#isEnding) return;
    this.#isEnding = true;
    this.#watchdog.stop();
    await this.#saves.discardAll().catch(() => undefined);
    app.exit(code);
  }
}
