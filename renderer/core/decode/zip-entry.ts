import type { FileEntry } from '@zip.js/zip.js';
import { inWords, piecesOf, type Pieces } from './byte-source.ts';

/** What an entry of a zip archive inflates to; its CRC is left to the caller. */
export async function* zipEntryPieces(entry: FileEntry): Pieces {
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
