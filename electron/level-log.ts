import { crc32c } from './crc32c.ts';

// A log as LevelDB writes it (doc/log_format.md): blocks of pieces, each with its checksum, length and
// type before it. A record is one piece, or several that follow on each other.
const blockBytes = 32_768;
const headerBytes = 7;
const whole = 1;
const first = 2;
const middle = 3;
const last = 4;

/** What a log has. */
export interface LogRecords {
  readonly records: readonly Uint8Array[];
  /** Records are half written: at the end, or where writing went on behind them. */
  readonly torn: boolean;
  /** Something else is wrong, as with a disk that fails: what the records are can't be told. */
  readonly damaged: boolean;
}

/** Reads the records that a log has as a whole. Linear in its bytes; half records cost some more. */
export function wholeRecords(log: Uint8Array): LogRecords {
  const records: Uint8Array[] = [];
  let pieces: Uint8Array[] = [];
  let torn = false;
  let at = 0;
  while (at < log.length) {
    const piece = pieceAt(log, at);
    if (piece === 'no room') {
      at += blockBytes - (at % blockBytes);
      continue;
    }
    if (piece === undefined) {
      const next = pieceBehind(log, at);
      if (next === 'damage') return { records, torn, damaged: true };
      torn = true;
      pieces = [];
      at = next;
      continue;
    }
    const { type, bytes } = piece;
    const begins = type === whole || type === first;
    if (!begins && pieces.length === 0) return { records, torn, damaged: true };
    // The one before was left off between two of its pieces.
    torn ||= begins && pieces.length > 0;
    pieces = begins ? [bytes] : [...pieces, bytes];
    if (type === whole || type === last) {
      records.push(joined(pieces));
      pieces = [];
    }
    at += headerBytes + bytes.length;
  }
  return { records, torn: torn || pieces.length > 0, damaged: false };
}

/** A log of these records, as LevelDB writes it. */
export function logOf(records: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  const add = (part: Uint8Array): void => {
    parts.push(part);
    size += part.length;
  };
  for (const record of records) {
    let from = 0;
    let begins = true;
    do {
      const left = blockBytes - (size % blockBytes);
      if (left < headerBytes) add(new Uint8Array(left));
      const room = blockBytes - (size % blockBytes) - headerBytes;
      const bytes = record.subarray(from, from + room);
      from += bytes.length;
      const ends = from === record.length;
      add(pieceOf(begins ? (ends ? whole : first) : ends ? last : middle, bytes));
      begins = false;
    } while (from < record.length);
  }
  return joined(parts);
}

interface Piece {
  readonly type: number;
  readonly bytes: Uint8Array;
}

/** Undefined where none is there as a whole; `no room`: what is left of the block has none for it. */
function pieceAt(log: Uint8Array, at: number): Piece | 'no room' | undefined {
  const left = blockBytes - (at % blockBytes);
  if (left < headerBytes) return 'no room';
  const length = lengthAt(log, at);
  const end = at + headerBytes + length;
  const type = log[at + 6] ?? 0;
  if (type < whole || type > last || headerBytes + length > left || end > log.length) {
    return undefined;
  }
  const isSame = checksumAt(log, at) === masked(crc32c(log.subarray(at + 6, end)));
  return isSame ? { type, bytes: log.subarray(at + headerBytes, end) } : undefined;
}

/**
 * Where the next piece begins behind one that is not there as a whole; the log's end where none does.
 * Half a record ends before its length says: where none begins before that, it is damage.
 */
function pieceBehind(log: Uint8Array, at: number): number | 'damage' {
  const end = at + headerBytes + lengthAt(log, at);
  const limit = Math.min(end, log.length);
  for (let next = at + 1; next < limit; next++) {
    const piece = pieceAt(log, next);
    if (typeof piece === 'object' && (piece.type === whole || piece.type === first)) return next;
  }
  const isLastBlock = at - (at % blockBytes) + blockBytes > log.length;
  return isLastBlock && end > log.length ? log.length : 'damage';
}

function lengthAt(log: Uint8Array, at: number): number {
  return (log[at + 4] ?? 0) + (log[at + 5] ?? 0) * 256;
}

function checksumAt(log: Uint8Array, at: number): number {
  return new DataView(log.buffer, log.byteOffset + at).getUint32(0, true);
}

/** A checksum is stored like this, so that one of bytes with checksums in them is none of theirs. */
function masked(crc: number): number {
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

function pieceOf(type: number, bytes: Uint8Array): Uint8Array {
  const piece = new Uint8Array(headerBytes + bytes.length);
  piece[4] = bytes.length % 256;
  piece[5] = Math.floor(bytes.length / 256);
  piece[6] = type;
  piece.set(bytes, headerBytes);
  new DataView(piece.buffer).setUint32(0, masked(crc32c(piece.subarray(6))), true);
  return piece;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
