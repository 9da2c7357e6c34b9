import { constants } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { OfferedFile } from './ipc/contract.ts';

/** The most files in one answer. A shorter answer is the last: renderer/host/desktop.ts counts on it. */
export const filesPerAnswer = 1000;

/** A file, or what stands where one was hoped for. Names on disk are bytes, and not always UTF-8. */
interface Found {
  readonly place: Buffer;
  readonly error: string | undefined;
}

/**
 * The files below the named paths, in the order of the paths and, inside folders, of the names.
 * Folders are read as the list is asked for. Links are followed; a folder is entered once, which
 * ends loops. What can't be read is in the list with its error: nothing is left out unsaid.
 */
export class EvidenceOffer {
  #found: Found[] = [];
  #walk: AsyncGenerator<Found>;
  readonly #urlOf: (number: number) => string;

  constructor(paths: readonly string[], urlOf: (number: number) => string) {
    this.#walk = walkAll(paths);
    this.#urlOf = urlOf;
  }

  /** Offers what is below other paths. What was listed before can no longer be opened. */
  replace(paths: readonly string[]): void {
    this.#found = [];
    this.#walk = walkAll(paths);
  }

  /** At most `filesPerAnswer` files `from` a place on, with their sizes as of now. */
  async list(from: number): Promise<readonly OfferedFile[]> {
    const end = from + filesPerAnswer;
    while (this.#found.length < end) {
      const next = await this.#walk.next();
      if (next.done) break;
      this.#found.push(next.value);
    }
    const page = this.#found.slice(from, end);
    return Promise.all(page.map((found, place) => describe(found, this.#urlOf(from + place))));
  }

  /** The bytes of a listed file, from its beginning. Undefined for a number that was not listed. */
  open(number: number): AsyncIterable<Uint8Array> | undefined {
    const found = this.#found[number];
    if (!found || found.error !== undefined) return undefined;
    return read(found.place);
  }
}

async function* walkAll(paths: readonly string[]): AsyncGenerator<Found> {
  const entered = new Map<string, Buffer>();
  for (const each of paths) yield* walk(Buffer.from(each), entered);
}

async function* walk(place: Buffer, entered: Map<string, Buffer>): AsyncGenerator<Found> {
  let names: readonly Buffer[];
  try {
    const { isFolder, isFile, identity } = await look(place);
    if (isFile) {
      yield { place, error: undefined };
      return;
    }
    if (!isFolder) {
      yield { place, error: 'neither a file nor a folder' };
      return;
    }
    const before = entered.get(identity);
    if (before) {
      yield { place, error: `the same folder as ${before.toString()}, which is listed already` };
      return;
    }
    entered.set(identity, place);
    names = (await readdir(place, { encoding: 'buffer' })).sort((one, other) =>
      Buffer.compare(one, other),
    );
  } catch (error) {
    yield { place, error: reasonOf(error) };
    return;
  }
  const folder = place.at(-1) === separator[0] ? [place] : [place, separator];
  for (const name of names) yield* walk(Buffer.concat([...folder, name]), entered);
}

/** A pipe put in the file's place since it was listed would be waited for without end. */
const readNow = constants.O_RDONLY | constants.O_NONBLOCK;

async function* read(place: Buffer): AsyncGenerator<Uint8Array> {
  const file = await open(place, readNow);
  try {
    if (!(await file.stat()).isFile()) throw new Error('neither a file nor a folder');
    const parts: AsyncIterable<Buffer> = file.createReadStream({
      highWaterMark: 1024 * 1024,
      autoClose: false,
    });
    yield* parts;
  } finally {
    await file.close();
  }
}

const separator = Buffer.from(path.sep);

async function look(
  place: Buffer,
): Promise<{ readonly isFolder: boolean; readonly isFile: boolean; readonly identity: string }> {
  const found = await stat(place);
  const isFolder = found.isDirectory();
  const identity = isFolder
    ? (await realpath(place, { encoding: 'buffer' })).toString('latin1')
    : '';
  return { isFolder, isFile: found.isFile(), identity };
}

async function describe({ place, error }: Found, url: string): Promise<OfferedFile> {
  const whole = place.toString();
  const named = { path: whole, name: path.basename(whole) || whole };
  if (error !== undefined) return { url: '', ...named, bytes: 0, modified: 0, error };
  try {
    const { size, mtimeMs } = await stat(place);
    return { url, ...named, bytes: size, modified: mtimeMs, error: undefined };
  } catch (changed) {
    return { url: '', ...named, bytes: 0, modified: 0, error: reasonOf(changed) };
  }
}

const reasons = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['EACCES', 'this user may not read it'],
  ['EPERM', 'this user may not read it'],
  ['ELOOP', 'the link leads back to itself'],
  ['ENAMETOOLONG', 'the path is too long for this system'],
  ['EIO', 'the disk reported a read error'],
]);

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons.get(code) ?? (error instanceof Error ? error.message : String(error));
}
