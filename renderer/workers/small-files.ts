import { heldBytes } from '../core/decode/load-bytes.ts';
import { loadEvidence, type LoadedEvidence } from './decode-evidence.ts';

const smallBytes = 64 * 1024;
const mostTogether = 64;

/** Whether a file is to be read together with others. */
export function isSmall(file: File): boolean {
  return file.size <= smallBytes;
}

interface Waiting {
  readonly file: File;
  readonly loaded: (evidence: LoadedEvidence) => void;
}

/**
 * Fetches small files and hashes them. Those that wait at the same time are read as one: each read
 * is a way to the browser's process and back, which takes longer than all else a small file needs.
 */
export class SmallFiles {
  readonly #waiting: Waiting[] = [];
  #isReading = false;

  /** What became of the file; never rejects. */
  load(file: File): Promise<LoadedEvidence> {
    return new Promise((loaded) => {
      this.#waiting.push({ file, loaded });
      if (!this.#isReading) void this.#readWaiting();
    });
  }

  async #readWaiting(): Promise<void> {
    this.#isReading = true;
    while (this.#waiting.length > 0) {
      const together = this.#waiting.splice(0, mostTogether);
      if (await readAsOne(together)) continue;
      // One of them cannot be read: which it is shows when each is read by itself.
      for (const { file, loaded } of together) {
        const fetched = { blob: file, source: file, object: undefined };
        loaded(await loadEvidence(Promise.resolve(fetched)));
      }
    }
    this.#isReading = false;
  }
}

async function readAsOne(together: readonly Waiting[]): Promise<boolean> {
  const all = await new Blob(together.map(({ file }) => file)).arrayBuffer().catch(() => undefined);
  const bytes = together.reduce((sum, { file }) => sum + file.size, 0);
  if (all?.byteLength !== bytes) return false;
  let at = 0;
  for (const { file, loaded } of together) {
    const own = all.slice(at, (at += file.size));
    void heldBytes(own).then((held) => {
      loaded({ kind: 'loaded', blob: own, file: held, object: undefined });
    });
  }
  return true;
}
