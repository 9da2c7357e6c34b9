import { Gunzip } from 'fflate';

/** How a stream of bytes ended. */
export type StreamEnd =
  { readonly kind: 'whole' } | { readonly kind: 'broken'; readonly reason: string };

/** Takes the next inflated bytes; they are good during the call only. */
export type TakePiece = (piece: Uint8Array) => void;

/** More than this from one file is refused: 64 GB of JSON is no trail file, but a bomb. */
export const maxInflatedBytes = 64 * 1024 ** 3;
const bomb: StreamEnd = { kind: 'broken', reason: 'inflates to more than 64 GB' };

/**
 * Inflates a gzip stream with the platform's own inflater, the fastest there is. It knows a single,
 * faultless member only and otherwise says `broken`, and maybe less than there is: then
 * {@link inflateAny} is asked to begin anew.
 */
export async function inflateOne(
  pieces: ReadableStream<Uint8Array<ArrayBuffer>>,
  take: TakePiece,
): Promise<StreamEnd> {
  const reader = pieces.pipeThrough(new DecompressionStream('gzip')).getReader();
  let total = 0;
  for (;;) {
    const next = await reader.read().catch((error: unknown) => String(error));
    if (typeof next === 'string') return { kind: 'broken', reason: next };
    if (next.done) return { kind: 'whole' };
    total += next.value.length;
    if (total > maxInflatedBytes) {
      await reader.cancel();
      return bomb;
    }
    take(next.value);
  }
}

/**
 * Inflates gzip of several members (RFC 1952, 2.2), with bytes behind them, or cut off: gives all
 * there is, and then says what is wrong. About a third of {@link inflateOne}'s speed.
 */
export async function inflateAny(
  pieces: ReadableStream<Uint8Array<ArrayBuffer>>,
  take: TakePiece,
): Promise<StreamEnd> {
  const given = { bytes: 0, last: false };
  const gunzip = new Gunzip((piece, last) => {
    given.bytes += piece.length;
    given.last = last;
    if (piece.length > 0) take(piece);
  });
  const reader = pieces.getReader();
  for (;;) {
    const next = await reader.read();
    const fault = pushed(gunzip, next.done ? new Uint8Array(0) : next.value, next.done);
    if (fault !== undefined || given.bytes > maxInflatedBytes) {
      await reader.cancel();
      return fault === undefined ? bomb : { kind: 'broken', reason: fault };
    }
    if (next.done) return given.last ? { kind: 'whole' } : { kind: 'broken', reason: cutOff };
  }
}

const cutOff = 'the gzip stream is cut off';

/** Undefined where all is well, otherwise what is wrong with the stream. */
function pushed(gunzip: Gunzip, piece: Uint8Array, last: boolean): string | undefined {
  try {
    gunzip.push(piece, last);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (reason === 'unexpected EOF') return cutOff;
    if (reason === 'invalid gzip data') return 'other bytes stand behind the gzip stream';
    return `the gzip stream is damaged (${reason})`;
  }
}
