import { constants, type StatsBase } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

/** A path on disk: names are bytes, and not always UTF-8. */
export type Place = string | Buffer;

/** Larger files are not read together with others. */
const mostBytesTogether = 64 * 1024;
/** In place of a length: this file has to be read by itself, and it shows then what is wrong. */
const readAlone = 0xffff_ffff;

/** The files of this disk that the page may read, by numbers, each of which is given once. */
export class EvidenceFiles {
  #places: Place[] = [];
  #first = 0;

  /** Lets the page read a file; answers its number. */
  add(place: Place): number {
    return this.#first + this.#places.push(place) - 1;
  }

  /** Lets no file be read any more that was added so far. */
  clear(): void {
    this.#first += this.#places.length;
    this.#places = [];
  }

  /** The bytes of a file, from its beginning. Undefined for a number that stands for none. */
  open(number: number): AsyncIterable<Uint8Array> | undefined {
    const place = this.#places[number - this.#first];
    return place === undefined ? undefined : read(place);
  }

  /**
   * Small files one behind the other, each after its length in four bytes, the lowest first. A
   * request for each would take longer than reading it. renderer/workers/decode/small-files.ts reads this.
   */
  async openTogether(numbers: readonly number[]): Promise<Uint8Array<ArrayBuffer>> {
    const parts = await Promise.all(numbers.map((number) => this.#small(number)));
    const framed = parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(part?.length ?? readAlone);
      return part === undefined ? [length] : [length, part];
    });
    return Buffer.concat(framed);
  }

  async #small(number: number): Promise<Buffer | undefined> {
    const place = this.#places[number - this.#first];
    const file =
      place === undefined ? undefined : await open(place, readNow).catch(() => undefined);
    if (file === undefined) return undefined;
    try {
      return await wholeOf(file);
    } catch {
      return undefined;
    } finally {
      await file.close();
    }
  }
}

/** Undefined where it is no file, or more or less than it was a moment ago. */
async function wholeOf(file: FileHandle): Promise<Buffer | undefined> {
  const found = await file.stat();
  if (!found.isFile() || found.size > mostBytesTogether) return undefined;
  const bytes = Buffer.allocUnsafe(found.size);
  const { bytesRead } = await file.read(bytes, 0, found.size, 0);
  return bytesRead === found.size ? bytes : undefined;
}

/** What a look at a disk, or at a folder's list, tells of what stands there. */
export type KindOfEntry = Pick<
  StatsBase<number>,
  'isFile' | 'isDirectory' | 'isSymbolicLink' | 'isFIFO' | 'isSocket'
>;

/** What stands on a disk and is neither file nor folder, in words; undefined for those two. */
export function specialKind(found: KindOfEntry): string | undefined {
  if (found.isFile() || found.isDirectory()) return undefined;
  if (found.isFIFO()) return 'a pipe';
  if (found.isSocket()) return 'a socket';
  return 'a device';
}

/** A pipe put in the file's place since it was listed would be waited for without end. */
const readNow = constants.O_RDONLY | constants.O_NONBLOCK;

async function* read(place: Place): AsyncGenerator<Uint8Array> {
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
