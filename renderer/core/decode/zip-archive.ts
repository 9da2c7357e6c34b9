import { configure, ZipReader, BlobReader, type FileEntry } from '@zip.js/zip.js';
import type { ArchiveFile } from './archive.ts';
import { inWords, piecesOf, streamOf, type Pieces, type Streamable } from './byte-source.ts';
import { toBlob } from './to-blob.ts';

// Workers of its own would need a script outside the bundle; the caller is a worker already.
configure({ useWebWorkers: false });

/**
 * The files of a zip archive, zip64 included, by its directory. Names that are not marked as UTF-8
 * are read as code page 437, as the format has it. Throws where there is no readable directory.
 */
export async function* zipFiles(content: Streamable): AsyncGenerator<ArchiveFile, undefined> {
  const reader = new ZipReader(new BlobReader(await toBlob(content)), { checkSignature: true });
  let entry = 0;
  for await (const found of reader.getEntriesGenerator()) {
    if (!found.directory) {
      yield {
        entry,
        name: found.filename,
        size: found.uncompressedSize,
        modified: found.lastModDate.getTime(),
        refusal: found.encrypted ? { outcome: 'unreadable', reason: 'encrypted' } : undefined,
        source: { stream: () => streamOf(() => entryPieces(found)) },
      };
    }
    entry++;
  }
  await reader.close();
  return undefined;
}

/** What an entry inflates to, and then whether its CRC is right. */
async function* entryPieces(entry: FileEntry): Pieces {
  const queue = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const writer = queue.writable.getWriter();
  let fault: string | undefined;
  const close = async (): Promise<void> => writer.close().catch(() => undefined);
  // Aborting the queue itself would drop what is in it: what was inflated is given, then the fault.
  const into = new WritableStream<Uint8Array<ArrayBuffer>>({
    write: (piece) => writer.write(piece),
    close,
  });
  void entry.getData(into).catch((error: unknown) => {
    fault = inWords(error);
    return close();
  });
  const end = yield* piecesOf(queue.readable);
  return fault === undefined ? end : { kind: 'broken', reason: fault };
}
