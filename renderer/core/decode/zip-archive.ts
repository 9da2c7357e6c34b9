import { configure, ZipReader, BlobReader, type FileEntry } from '@zip.js/zip.js';
import type { EpochMs } from '../base/units.ts';
import type { ByteSource } from './sha256.ts';

// Workers of its own would need a script outside the bundle; the caller is a worker already.
configure({ useWebWorkers: false });

/** A file in a zip archive. Reading it checks its CRC and rejects where that differs. */
export interface ZipFile {
  /** Place in the archive's directory, from 0: names may repeat. */
  readonly entry: number;
  /** As the archive spells it: shown, and never used as a path. */
  readonly name: string;
  readonly modified: EpochMs | undefined;
  /** Set where it cannot be read: encrypted, or packed by an unknown method. */
  readonly trouble: string | undefined;
  readonly source: ByteSource;
}

/**
 * The files of a zip archive, zip64 included, one after the other; folders are left out. Throws
 * where the archive has no readable directory.
 */
export async function* zipFiles(archive: Blob): AsyncGenerator<ZipFile> {
  const reader = new ZipReader(new BlobReader(archive), { checkSignature: true });
  let entry = 0;
  for await (const found of reader.getEntriesGenerator()) {
    if (!found.directory) {
      yield {
        entry,
        name: found.filename,
        modified: found.lastModDate.getTime(),
        trouble: found.encrypted ? 'encrypted' : undefined,
        source: new ZipEntrySource(found),
      };
    }
    entry++;
  }
  await reader.close();
}

class ZipEntrySource implements ByteSource {
  readonly #entry: FileEntry;

  constructor(entry: FileEntry) {
    this.#entry = entry;
  }

  get size(): number {
    return this.#entry.uncompressedSize;
  }

  stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    const { readable, writable } = new TransformStream<
      Uint8Array<ArrayBuffer>,
      Uint8Array<ArrayBuffer>
    >(undefined, undefined, { highWaterMark: 4 });
    // A failure while extracting reaches the reader as the stream's error.
    void this.#entry.getData(writable).catch((error: unknown) => writable.abort(error));
    return readable;
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    const bytes = new Uint8Array(this.size);
    let length = 0;
    const reader = this.stream().getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return bytes.buffer.slice(0, length);
      // The directory's word on the size is not trusted: a bomb would lie.
      if (length + value.length > bytes.length) {
        await reader.cancel();
        throw new Error('larger than the archive says');
      }
      bytes.set(value, length);
      length += value.length;
    }
  }
}

/** The file at this place of the archive; undefined where there is none. */
export async function zipFileAt(archive: Blob, entry: number): Promise<ZipFile | undefined> {
  for await (const file of zipFiles(archive)) if (file.entry === entry) return file;
  return undefined;
}
