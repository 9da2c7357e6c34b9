import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { specialKind, type EvidenceFiles, type Place } from './evidence-files.ts';
import type { OfferedFile } from './ipc/contract.ts';

/** The most files in one answer. A shorter answer is the last: renderer/host/desktop.ts counts on it. */
export const filesPerAnswer = 1000;

type Refusal = NonNullable<OfferedFile['refusal']>;

/** A file with its number, or what stands where one was hoped for. */
interface Found {
  readonly place: Place;
  readonly number?: number;
  readonly refusal?: Refusal;
}

/**
 * The files below the named paths, in the order of the paths and, inside folders, of the names.
 * Folders are read as the list is asked for. Links are followed; a folder is entered once, which
 * ends loops. What can't be read is in the list with the reason: nothing is left out unsaid.
 */
export class EvidenceOffer {
  readonly #files: EvidenceFiles;
  #found: Found[] = [];
  #walk: AsyncGenerator<Found>;

  /** What is listed can be read from `files`. */
  constructor(paths: readonly string[], files: EvidenceFiles) {
    this.#files = files;
    this.#walk = walkAll(paths);
  }

  /** Offers what is below other paths. What was listed before can no longer be read. */
  replace(paths: readonly string[]): void {
    this.#files.clear();
    this.#found = [];
    this.#walk = walkAll(paths);
  }

  /** At most `filesPerAnswer` files `from` a place on, with their sizes as of now. */
  async list(from: number): Promise<readonly OfferedFile[]> {
    const end = from + filesPerAnswer;
    while (this.#found.length < end) {
      const next = await this.#walk.next();
      if (next.done) break;
      const { place, refusal } = next.value;
      this.#found.push(refusal ? next.value : { place, number: this.#files.add(place) });
    }
    return Promise.all(this.#found.slice(from, end).map(describe));
  }

  /** Files that the page holds, by their paths; undefined for one without. */
  async listOwn(paths: readonly string[]): Promise<readonly (OfferedFile | undefined)[]> {
    return Promise.all(
      paths.map(async (place) => {
        if (place === '') return undefined;
        const found = await stat(place).catch(unreadable);
        if ('reason' in found) return refused(place, found);
        const refusal = specialRefusal(found);
        return refusal ? refused(place, refusal) : offered(place, this.#files.add(place), found);
      }),
    );
  }
}

async function* walkAll(paths: readonly string[]): AsyncGenerator<Found> {
  const entered = new Map<string, Buffer>();
  for (const each of paths) yield* walk(Buffer.from(each), entered);
}

async function* walk(place: Buffer, entered: Map<string, Buffer>): AsyncGenerator<Found> {
  let names: readonly Buffer[];
  try {
    const { isFolder, identity, refusal } = await look(place);
    if (!isFolder) {
      yield refusal === undefined ? { place } : { place, refusal };
      return;
    }
    const before = entered.get(identity);
    if (before) {
      const reason = `the same folder as ${before.toString()}, which is listed already`;
      yield { place, refusal: { outcome: 'skipped', reason } };
      return;
    }
    entered.set(identity, place);
    names = (await readdir(place, { encoding: 'buffer' })).sort((one, other) =>
      Buffer.compare(one, other),
    );
  } catch (error) {
    yield { place, refusal: unreadable(error) };
    return;
  }
  const folder = place.at(-1) === separator[0] ? [place] : [place, separator];
  for (const name of names) yield* walk(Buffer.concat([...folder, name]), entered);
}

const separator = Buffer.from(path.sep);

interface Looked {
  readonly isFolder: boolean;
  /** Tells one folder from another. */
  readonly identity: string;
  readonly refusal: Refusal | undefined;
}

async function look(place: Place): Promise<Looked> {
  const found = await stat(place);
  const isFolder = found.isDirectory();
  const identity = isFolder
    ? (await realpath(place, { encoding: 'buffer' })).toString('latin1')
    : '';
  return { isFolder, identity, refusal: specialRefusal(found) };
}

function specialRefusal(found: Stats): Refusal | undefined {
  const kind = specialKind(found);
  if (kind === undefined) return undefined;
  return { outcome: 'skipped', reason: `${kind}, no file: nothing was read from it` };
}

async function describe({ place, number, refusal }: Found): Promise<OfferedFile> {
  if (number === undefined) return refused(place, refusal);
  const found = await stat(place).catch(unreadable);
  return 'reason' in found ? refused(place, found) : offered(place, number, found);
}

function offered(place: Place, number: number, { size, mtimeMs }: Stats): OfferedFile {
  return { ...named(place), number, bytes: size, modified: mtimeMs, refusal: undefined };
}

function refused(place: Place, refusal: Refusal | undefined): OfferedFile {
  return { ...named(place), number: -1, bytes: 0, modified: 0, refusal };
}

function named(place: Place): Pick<OfferedFile, 'path' | 'name'> {
  const whole = place.toString();
  return { path: whole, name: path.basename(whole) || whole };
}

function unreadable(error: unknown): Refusal {
  return { outcome: 'unreadable', reason: reasonOf(error) };
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
