import { createTarDecoder, type ParsedTarEntry, type TarHeader } from 'modern-tar';
import type { ArchiveFile } from './archive.ts';
import { inWords, piecesOf, streamOf, type Pieces, type Streamable } from './byte-source.ts';

/**
 * The files of a tar archive in their order: v7, ustar, pax and GNU. Throws where the archive is
 * cut off or a header is damaged, after the files before it.
 */
export async function* tarFiles(content: Streamable): AsyncGenerator<ArchiveFile, undefined> {
  const reader = opened(content);
  try {
    for (let entry = 0; ; entry++) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      const { header, body } = value;
      const source = new EntrySource(content, entry, body);
      if (header.type !== 'directory') {
        yield {
          entry,
          name: header.name,
          size: header.size,
          modified: header.mtime?.getTime(),
          refusal: refusalOf(header),
          source,
        };
      }
      await source.pass();
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A file's bytes: once as the archive goes by, and later by looking for it anew. */
class EntrySource implements Streamable {
  readonly #content: Streamable;
  readonly #entry: number;
  #body: ReadableStream<Uint8Array> | undefined;

  constructor(content: Streamable, entry: number, body: ReadableStream<Uint8Array>) {
    this.#content = content;
    this.#entry = entry;
    this.#body = body;
  }

  stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    const body = this.#body;
    this.#body = undefined;
    if (body === undefined) return streamOf(() => piecesOfEntry(this.#content, this.#entry));
    return streamOf(() => bodyPieces(body));
  }

  /** The archive goes on. */
  async pass(): Promise<void> {
    const body = this.#body;
    this.#body = undefined;
    await body?.cancel();
  }
}

function opened(content: Streamable): ReadableStreamDefaultReader<ParsedTarEntry> {
  return content
    .stream()
    .pipeThrough(createTarDecoder({ strict: true }))
    .getReader();
}

/** A body's pieces are views of those that the content's own stream gave. */
function bodyPieces(body: ReadableStream<Uint8Array>): Pieces {
  return piecesOf(body as ReadableStream<Uint8Array<ArrayBuffer>>);
}

async function* piecesOfEntry(content: Streamable, wanted: number): Pieces {
  const reader = opened(content);
  try {
    for (let entry = 0; ; entry++) {
      const { done, value } = await reader.read();
      if (done) return { kind: 'broken', reason: 'the archive has no such file any more' };
      if (entry === wanted) return yield* bodyPieces(value.body);
      await value.body.cancel();
    }
  } catch (error) {
    return { kind: 'broken', reason: inWords(error) };
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A link has no bytes of its own: what it leads to is in the archive, or was never in it. */
function refusalOf({ type = 'file', linkname = '' }: TarHeader): ArchiveFile['refusal'] {
  if (type === 'file') return undefined;
  const isLink = type === 'link' || type === 'symlink';
  return { outcome: 'skipped', reason: isLink ? `a link to ${linkname}` : `a ${type}, no file` };
}
