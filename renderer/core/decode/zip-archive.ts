import { configure, ZipReader, BlobReader, type FileEntry } from '@zip.js/zip.js';
import { inflateSync } from 'fflate';
import type { ArchiveFile } from './archive-file.ts';
import { streamOf, type Pieces, type Streamable } from './byte-source.ts';
import { crc32 } from './crc32.ts';
import { toBlob } from './to-blob.ts';
import { zipEntryPieces } from './zip-entry.ts';

// Workers of its own would need a script outside the bundle; the caller is a worker already.
configure({ useWebWorkers: false });

/**
 * The files of a zip archive, zip64 included, by its directory. Names that are not marked as UTF-8
 * are read as code page 437, as the format has it. Throws where there is no readable directory.
 */
export async function* zipFiles(content: Streamable): AsyncGenerator<ArchiveFile, undefined> {
  const archive = await toBlob(content);
  // Its own check of the CRC would keep back what it has inflated, and its care about names, which
  // are never used as paths here, would let one `../` hide the rest of the archive.
  const reader = new ZipReader(new BlobReader(archive), {
    checkSignature: false,
    strictness: 'tolerant',
  });
  let entry = 0;
  let directoryBytes = 0;
  for await (const found of reader.getEntriesGenerator()) {
    if (!found.directory) {
      yield {
        entry,
        name: found.filename,
        size: found.uncompressedSize,
        modified: found.lastModDate.getTime(),
        refusal: found.encrypted ? { outcome: 'unreadable', reason: 'encrypted' } : undefined,
        source: { stream: () => streamOf(() => entryPieces(archive, found)) },
      };
    }
    entry++;
    directoryBytes += directoryHeaderBytes;
    for (const { length } of [found.rawFilename, found.rawExtraField, found.rawComment]) {
      directoryBytes += length;
    }
  }
  await reader.close();
  const end = (reader.directoryOffset ?? archive.size) + directoryBytes;
  if (await isDirectoryHeader(archive, end)) {
    throw new Error(`its directory says that it has ${entry} entries, and goes on behind them`);
  }
  return undefined;
}

const directoryHeaderBytes = 46;
const directorySignature = 0x02014b50;

async function isDirectoryHeader(archive: Blob, offset: number): Promise<boolean> {
  const bytes = await archive.slice(offset, offset + 4).arrayBuffer();
  return bytes.byteLength === 4 && new DataView(bytes).getUint32(0, true) === directorySignature;
}

/** What an entry inflates to, and then whether its CRC is right. */
async function* entryPieces(archive: Blob, entry: FileEntry): Pieces {
  const whole = await smallEntry(archive, entry);
  if (whole !== undefined) {
    yield whole;
    return { kind: 'whole' };
  }
  let crc = 0;
  const pieces = zipEntryPieces(entry);
  for (;;) {
    const next = await pieces.next();
    if (next.done !== true) {
      crc = crc32(next.value, crc);
      yield next.value;
    } else if (next.value.kind === 'whole' && crc !== entry.crc32) {
      return { kind: 'broken', reason: 'its checksum does not match: it is damaged' };
    } else return next.value;
  }
}

/** Small entries are read at once: setting up the streams costs more than a log file takes. */
const maxSmallBytes = 64 * 1024;
const stored = 0;
const deflated = 8;
const localHeader = { signature: 0x04034b50, bytes: 30, nameLengthAt: 26, extraLengthAt: 28 };

/** Undefined for a large entry, and for one that is not as it should be in every way. */
async function smallEntry(
  archive: Blob,
  { offset, compressedSize, compressionMethod, crc32: expected }: FileEntry,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const isKnown = compressionMethod === deflated || compressionMethod === stored;
  if (!isKnown || compressedSize > maxSmallBytes) return undefined;
  // The lengths in the local header are known from it only; more than this they seldom are.
  const bytes = await archive.slice(offset, offset + compressedSize + 2048).arrayBuffer();
  if (bytes.byteLength < localHeader.bytes) return undefined;
  const view = new DataView(bytes);
  if (view.getUint32(0, true) !== localHeader.signature) return undefined;
  const lengths = [localHeader.nameLengthAt, localHeader.extraLengthAt];
  const start = lengths.reduce((at, field) => at + view.getUint16(field, true), localHeader.bytes);
  if (start + compressedSize > bytes.byteLength) return undefined;
  try {
    const packed = new Uint8Array(bytes, start, compressedSize);
    const inflated = compressionMethod === stored ? packed : inflateSync(packed);
    return crc32(inflated) === expected ? new Uint8Array(inflated) : undefined;
  } catch {
    return undefined;
  }
}
