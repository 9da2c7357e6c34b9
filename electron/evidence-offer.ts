import type { Stats } from 'node:fs';
import { readdir, readlink, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { specialKind, type EvidenceFiles, type KindOfEntry, type Place } from './evidence-files.ts';
import type { OfferedFile } from './ipc/contract.ts';

/** The most files in one answer. A shorter answer is the last: renderer/host/desktop.ts counts on it. */
export const filesPerAnswer = 1000;

type Refusal = NonNullable<OfferedFile['refusal']>;

/** A file with its number, or what stands where one was hoped for. */
interface Found {
  readonly place: Place;
  readonly number?: number;
  readonly refusal: Refusal | undefined;
}

/** What was found so far, and where it goes on. */
interface Listing {
  readonly found: Found[];
  readonly walk: AsyncGenerator<Found>;
}

/**
 * The files below the named paths, in the order of the paths and, inside folders, of the names.
 * Folders are read as the list is asked for, each once. Links in them are not followed. What can't be
 * read, and what is not, is in the list with the reason: nothing is left out unsaid.
 */
export class EvidenceOffer {
  readonly #files: EvidenceFiles;
  #listing: Listing;

  /** What is listed can be read from `files`. */
  constructor(paths: readonly string[], files: EvidenceFiles) {
    this.#files = files;
    this.#listing = { found: [], walk: walkAll(paths) };
  }

  /** Offers what is below other paths. What was listed before can no longer be read. */
  replace(paths: readonly string[]): void {
    this.#files.clear();
    this.#listing = { found: [], walk: walkAll(paths) };
  }

  /** At most `filesPerAnswer` files `from` a place on, with their sizes as of now. */
  async list(from: number): Promise<readonly OfferedFile[]> {
    const end = from + filesPerAnswer;
    // Its own, though another one may take its place while a folder is being read.
    const { found, walk } = this.#listing;
    while (found.length < end) {
      const next = await walk.next();
      if (next.done) break;
      const { place, refusal } = next.value;
      found.push(refusal ? next.value : { ...next.value, number: this.#files.add(place) });
    }
    return Promise.all(found.slice(from, end).map(describe));
  }
}

/** The folders entered, each by its real path, and the way that led there first. */
type Entered = Map<string, Buffer>;

/** What was named, in its order; a link that was named by itself is followed. */
async function* walkAll(paths: readonly string[]): AsyncGenerator<Found> {
  const entered: Entered = new Map();
  for (const each of paths) {
    const place = Buffer.from(each);
    const found = await stat(place).catch(unreadable);
    if ('reason' in found) yield { place, refusal: found };
    else if (found.isDirectory()) yield* walk(place, entered);
    else yield { place, refusal: specialRefusal(found) };
  }
}

/** All below a folder. One level of generators, however deep it goes: each would cost every file. */
async function* walk(root: Buffer, entered: Entered): AsyncGenerator<Found> {
  const waiting: Entry[] = [{ place: root, isFolder: true, refusal: undefined }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { place, isFolder, refusal } = next;
    if (!isFolder) {
      yield { place, refusal };
      continue;
    }
    const within = await entriesOf(place, entered);
    if ('reason' in within) yield { place, refusal: within };
    else waiting.push(...within.toReversed());
  }
}

/** What stands in a folder, in the order of names, or why it is not entered. */
async function entriesOf(folder: Buffer, entered: Entered): Promise<readonly Entry[] | Refusal> {
  try {
    const identity = (await realpath(folder, { encoding: 'buffer' })).toString('latin1');
    const before = entered.get(identity);
    if (before !== undefined) {
      const reason = `the same folder as ${before.toString()}, which is listed already`;
      return { outcome: 'skipped', reason };
    }
    entered.set(identity, folder);
    const entries = await readdir(folder, { encoding: 'buffer', withFileTypes: true });
    entries.sort((one, other) => Buffer.compare(one.name, other.name));
    const between = folder.at(-1) === separator[0] ? [] : [separator];
    return await Promise.all(
      entries.map(async (entry) => {
        const place = Buffer.concat([folder, ...between, entry.name]);
        const refusal = entry.isSymbolicLink() ? await linkRefusal(place) : specialRefusal(entry);
        return { place, isFolder: entry.isDirectory(), refusal };
      }),
    );
  } catch (error) {
    return unreadable(error);
  }
}

const separator = Buffer.from(path.sep);

/** Something in a folder. */
interface Entry {
  readonly place: Buffer;
  readonly isFolder: boolean;
  readonly refusal: Refusal | undefined;
}

/**
 * Why a link in a folder is passed over. Who wrote the evidence may have it lead anywhere: to other
 * evidence on this disk, which would stand in the case as if it had been handed over with this.
 */
async function linkRefusal(place: Buffer): Promise<Refusal> {
  const target = await readlink(place, { encoding: 'buffer' }).catch(() => Buffer.from('?'));
  const missing = await stat(place).then(() => undefined, unreadable);
  const whatNow = missing?.reason ?? 'import by itself what it leads to, if it belongs here';
  return { outcome: 'skipped', reason: `a link to ${target.toString()}, not followed: ${whatNow}` };
}

function specialRefusal(found: KindOfEntry): Refusal | undefined {
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
