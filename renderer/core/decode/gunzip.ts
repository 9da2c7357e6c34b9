import { Gunzip } from 'fflate';
import { inWords, piecesIn, piecesOf, type Pieces, type Streamable } from './byte-source.ts';
import { GzipChecksum } from './gzip-checksum.ts';

/**
 * Inflates gzip of one member or several (RFC 1952, 2.2), cut off, damaged, or with other bytes
 * behind it: gives all there is, and then says what is wrong.
 */
export async function* gunzip(source: Streamable): Pieces {
  const given = { bytes: 0 };
  const end = yield* counted(piecesOf(inflated(source)), given);
  // The platform's inflater is the fastest, but knows a single faultless member only.
  return end.kind === 'whole' ? end : yield* gunzipAny(source, given.bytes);
}

/** Written at once, since its output is held at once too; a pipe costs more than a small file. */
const fewBytes = 64 * 1024;

function inflated(source: Streamable): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { held } = source;
  const inflater = new DecompressionStream('gzip');
  if (held === undefined || held.byteLength > fewBytes)
    return source.stream().pipeThrough(inflater);
  const writer = inflater.writable.getWriter();
  // What fails here fails for who reads, too.
  for (const done of [writer.write(new Uint8Array(held)), writer.close()]) {
    done.catch(() => undefined);
  }
  return inflater.readable;
}

async function* counted(pieces: Pieces, given: { bytes: number }): Pieces {
  try {
    for (;;) {
      const next = await pieces.next();
      if (next.done === true) return next.value;
      given.bytes += next.value.length;
      yield next.value;
    }
  } finally {
    await pieces.return({ kind: 'whole' });
  }
}

/** The same at a third of the speed, save the bytes that were given already. */
async function* gunzipAny(source: Streamable, given: number): Pieces {
  const checksum = new GzipChecksum();
  let inflated: Uint8Array[] = [];
  const state = { isSound: true, atEnd: false };
  let total = 0;
  const inflater = new Gunzip((piece, last) => {
    state.atEnd = last;
    checksum.noteInflated(piece);
    inflated.push(piece);
  });
  inflater.onmember = (offset) => {
    state.isSound = checksum.endMember(offset) && state.isSound;
  };
  const packed = inSlices(piecesIn(source));
  try {
    for (;;) {
      const next = await packed.next();
      if (next.done !== true) checksum.notePacked(next.value);
      else if (next.value.kind === 'broken') return next.value;
      const fault = pushed(inflater, next.done === true ? nothing : next.value, next.done === true);
      for (const piece of inflated) {
        const known = Math.min(piece.length, Math.max(0, given - total));
        total += piece.length;
        // A slice of a bomb comes as one piece: what stands in front of it is looked at first.
        for (let at = known; at < piece.length; at += pieceBytes) {
          yield new Uint8Array(piece.subarray(at, at + pieceBytes));
        }
      }
      inflated = [];
      if (fault !== undefined) return { kind: 'broken', reason: fault };
      if (next.done !== true) continue;
      if (!state.atEnd) return { kind: 'broken', reason: cutOff };
      if (!state.isSound) return { kind: 'broken', reason: wrongChecksum };
      return checksum.endMember() ? { kind: 'whole' } : { kind: 'broken', reason: wrongEnd };
    }
  } finally {
    await packed.return({ kind: 'whole' });
  }
}

/** A slice inflates to a thousand times its size at most, and goes one call deeper per member. */
const sliceBytes = 16 * 1024;

async function* inSlices(pieces: Pieces): Pieces {
  try {
    for (;;) {
      const next = await pieces.next();
      if (next.done === true) return next.value;
      for (let at = 0; at < next.value.length; at += sliceBytes) {
        yield next.value.subarray(at, at + sliceBytes);
      }
    }
  } finally {
    await pieces.return({ kind: 'whole' });
  }
}

const pieceBytes = 64 * 1024;
const nothing = new Uint8Array(0);
const cutOff = 'the gzip stream is cut off';
const wrongChecksum = 'the gzip stream is damaged: its checksum does not match';
// Cut between two symbols the last member inflates without a fault: only its checksum tells.
const wrongEnd = 'the gzip stream is cut off or damaged: its checksum does not match';

/** Undefined where all is well, otherwise what is wrong with the stream. */
function pushed(gunzip: Gunzip, piece: Uint8Array, last: boolean): string | undefined {
  try {
    gunzip.push(piece, last);
    return undefined;
  } catch (error) {
    const reason = inWords(error);
    if (reason === 'unexpected EOF') return cutOff;
    if (reason === 'invalid gzip data') return 'other bytes stand behind the gzip stream';
    return `the gzip stream is damaged (${reason})`;
  }
}
