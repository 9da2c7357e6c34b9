/** Tar is made of blocks of this size. */
export const tarBlock = 512;

/** What a header block says (POSIX ustar, with GNU's ways to write what does not fit). */
export interface TarHeader {
  readonly name: string;
  readonly linkName: string;
  readonly size: number;
  readonly modifiedSeconds: number;
  /** One character; `0` for a file, whatever the format. */
  readonly type: string;
}

const decoder = new TextDecoder();
const checksumAt = 148;
const checksumBytes = 8;

/**
 * Whether the block is a header: the sum of its bytes, its own field taken for spaces, stands in it
 * as octal digits. Some old programs summed signed bytes.
 */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < tarBlock) return false;
  const stored = octal(block, checksumAt, checksumBytes);
  if (stored === undefined) return false;
  let sum = 0x20 * checksumBytes;
  let signedSum = sum;
  for (let at = 0; at < tarBlock; at++) {
    if (at >= checksumAt && at < checksumAt + checksumBytes) continue;
    const byte = block[at] ?? 0;
    sum += byte;
    signedSum += byte < 0x80 ? byte : byte - 0x100;
  }
  return stored === sum || stored === signedSum;
}

/** Reads a header; undefined where the block is none. */
export function readTarHeader(block: Uint8Array): TarHeader | undefined {
  if (!isTarHeader(block)) return undefined;
  const size = number(block, 124, 12);
  if (size === undefined) return undefined;
  const name = text(block, 0, 100);
  // GNU has `ustar ` with a space, and other things where the prefix would be.
  const prefix = text(block, 257, 6) === 'ustar' ? text(block, 345, 155) : '';
  const type = String.fromCharCode(block[156] ?? 0);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    linkName: text(block, 157, 100),
    size,
    modifiedSeconds: number(block, 136, 12) ?? 0,
    type: type === '\0' || type === '7' ? '0' : type,
  };
}

/** The records of a pax header, `LENGTH NAME=VALUE\n` each; up to where they make no sense. */
export function paxRecords(body: Uint8Array): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  let at = 0;
  for (;;) {
    const [, digits = ''] = /^(\d{1,8}) /.exec(decoder.decode(body.subarray(at, at + 9))) ?? [];
    const length = Number(digits);
    if (length <= digits.length + 1 || at + length > body.length) return records;
    const record = decoder.decode(body.subarray(at + digits.length + 1, at + length - 1));
    const equals = record.indexOf('=');
    if (equals > 0) records.set(record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
}

/** Text up to its first NUL. */
export function text(bytes: Uint8Array, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return decoder.decode(end < 0 ? field : field.subarray(0, end));
}

/** Octal digits, or base 256 with the first bit set; undefined for what is neither, or too large. */
function number(block: Uint8Array, start: number, length: number): number | undefined {
  if (((block[start] ?? 0) & 0x80) === 0) return octal(block, start, length);
  let value = (block[start] ?? 0) & 0x7f;
  for (let at = start + 1; at < start + length; at++) value = value * 256 + (block[at] ?? 0);
  return Number.isSafeInteger(value) ? value : undefined;
}

function octal(block: Uint8Array, start: number, length: number): number | undefined {
  const digits = decoder.decode(block.subarray(start, start + length)).replace(/[\0 ]+$/, '');
  return /^ *[0-7]*$/.test(digits) ? Number.parseInt(`0${digits.trim()}`, 8) : undefined;
}
