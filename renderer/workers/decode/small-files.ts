import { heldBytes } from '../../core/decode/load-bytes.ts';
import { loadEvidence, type FetchedEvidence, type LoadedEvidence } from './decode-evidence.ts';
import { blobOf, bytesOf, type FileInput, type KnownFile } from '../evidence-input.ts';

const smallBytes = 64 * 1024;
const mostTogether = 64;

/** Whether a file is to be read together with others. */
export function isSmall(input: FileInput): boolean {
  return bytesOf(input) <= smallBytes;
}

interface Waiting {
  readonly input: FileInput;
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
  load(input: FileInput): Promise<LoadedEvidence> {
    return new Promise((loaded) => {
      this.#waiting.push({ input, loaded });
      if (!this.#isReading) void this.#readWaiting();
    });
  }

  async #readWaiting(): Promise<void> {
    this.#isReading = true;
    // What is asked for in the same turn is read together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const together = this.#waiting.splice(0, mostTogether);
      const read = await readTogether(together.map(({ input }) => input));
      for (const [place, { input, loaded }] of together.entries()) {
        const bytes = read[place];
        if (bytes !== undefined) loaded(await loadedOf(bytes));
        // It cannot be read, or not with others: which it is shows when it is read by itself.
        else loaded(await loadEvidence(fetched(input)));
      }
    }
    this.#isReading = false;
  }
}

async function loadedOf(bytes: ArrayBuffer): Promise<LoadedEvidence> {
  const file = await heldBytes(bytes);
  return { kind: 'loaded', blob: bytes, file, object: undefined };
}

async function fetched(input: FileInput): Promise<FetchedEvidence> {
  const blob = await blobOf(input);
  return { blob, source: blob, object: undefined };
}

/** The bytes of each file; undefined for those that are not to be had together. */
async function readTogether(
  inputs: readonly FileInput[],
): Promise<readonly (ArrayBuffer | undefined)[]> {
  const files = inputs.filter((input) => input.kind === 'file');
  const numbers = inputs.flatMap((input) => (input.kind === 'file' ? [] : [input.number]));
  const [own, hosts] = await Promise.all([readAsOne(files), fetchTogether(numbers)]);
  const [nextOwn, nextHosts] = [own.values(), hosts.values()];
  return inputs.map(({ kind }) => (kind === 'file' ? nextOwn : nextHosts).next().value);
}

async function readAsOne(files: readonly KnownFile[]): Promise<readonly ArrayBuffer[]> {
  if (files.length === 0) return [];
  const all = await new Blob(files.map(({ file }) => file)).arrayBuffer().catch(() => undefined);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (all?.byteLength !== bytes) return [];
  let at = 0;
  return files.map(({ bytes: length }) => all.slice(at, (at += length)));
}

/** In place of a length: not to be had so. As electron/evidence-files.ts. */
const readAlone = 0xffff_ffff;

/** The host gives each file after its length in four bytes, the lowest first. */
async function fetchTogether(
  numbers: readonly number[],
): Promise<readonly (ArrayBuffer | undefined)[]> {
  if (numbers.length === 0) return [];
  const response = await fetch(`/evidence/together/${numbers.join()}`).catch(() => undefined);
  const all = response?.ok === true ? await response.arrayBuffer() : new ArrayBuffer(0);
  const view = new DataView(all);
  let at = 0;
  return numbers.map(() => {
    if (at + 4 > all.byteLength) return undefined;
    const length = view.getUint32(at, true);
    at += 4;
    return length === readAlone ? undefined : all.slice(at, (at += length));
  });
}
