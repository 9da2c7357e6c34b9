/** What can be read from its beginning, as often as asked. */
export interface Streamable {
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** The same where it is in memory: setting a stream up takes longer than reading a small file. */
  readonly held?: ArrayBuffer;
}

/** A packed byte unpacks to a thousand at most, and an inflater keeps a whole piece's output. */
const pieceBytes = 64 * 1024;

/** Bytes in memory as a source: a Blob of them would travel to the browser process and back. */
export function heldSource(bytes: ArrayBuffer): Streamable {
  return { held: bytes, stream: () => streamOf(() => heldPieces(bytes)) };
}

// eslint-disable-next-line @typescript-eslint/require-await -- its like, pieces of a stream, do await
async function* heldPieces(bytes: ArrayBuffer): Pieces {
  for (let at = 0; at < bytes.byteLength; at += pieceBytes) {
    yield new Uint8Array(bytes, at, Math.min(pieceBytes, bytes.byteLength - at));
  }
  return { kind: 'whole' };
}

/** The pieces of a source, from its beginning. */
export function piecesIn(source: Streamable): Pieces {
  return source.held === undefined ? piecesOf(source.stream()) : heldPieces(source.held);
}

/** How a stream of bytes ended. */
export type StreamEnd =
  { readonly kind: 'whole' } | { readonly kind: 'broken'; readonly reason: string };

/** Bytes as they come, and at last how they ended. Ending it early lets the source go. */
export type Pieces = AsyncGenerator<Uint8Array<ArrayBuffer>, StreamEnd, undefined>;

/** The pieces of a stream. A failing stream is one that ends broken. */
export async function* piecesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Pieces {
  const reader = stream.getReader();
  let over = false;
  try {
    for (;;) {
      const next = await reader.read().catch(inWords);
      over = typeof next === 'string' || next.done;
      if (typeof next === 'string') return { kind: 'broken', reason: next };
      if (next.done) return { kind: 'whole' };
      yield next.value;
    }
  } finally {
    if (!over) await reader.cancel();
  }
}

/** Pieces as a stream, which fails where they end broken. */
export function streamOf(begin: () => Pieces): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = begin();
  return new ReadableStream(
    {
      pull: async (controller) => {
        const next = await pieces.next();
        if (next.done !== true) controller.enqueue(next.value);
        else if (next.value.kind === 'whole') controller.close();
        else controller.error(new Error(next.value.reason));
      },
      cancel: async () => {
        await pieces.return({ kind: 'whole' });
      },
    },
    { highWaterMark: 0 },
  );
}

/** An error's message; anything else that was thrown, as text. */
export function inWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
