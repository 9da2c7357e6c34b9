/** Seeds that make independent hashes of the same bytes. */
const seeds = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const;

/**
 * One 32-bit hash of bytes, MurmurHash3's mixing four bytes at a time (the x86 32-bit form, public
 * domain). `which` chooses one of four independent hashes.
 */
export function hash32(view: DataView, start: number, end: number, which: 0 | 1 | 2 | 3): number {
  let hash: number = seeds[which];
  const wholeWords = start + ((end - start) & ~3);
  for (let at = start; at < wholeWords; at += 4) {
    hash ^= Math.imul(turn(Math.imul(view.getUint32(at, true), 0xcc9e2d51), 15), 0x1b873593);
    hash = (Math.imul(turn(hash, 13), 5) + 0xe6546b64) | 0;
  }
  let rest = 0;
  for (let at = end - 1; at >= wholeWords; at--) rest = (rest << 8) | view.getUint8(at);
  hash ^= Math.imul(turn(Math.imul(rest, 0xcc9e2d51), 15), 0x1b873593);
  hash ^= end - start;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function turn(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Copies JSON without the white space between its tokens, so that layout does not change a hash. */
export function compacted(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const out = new Uint8Array(end - start);
  let length = 0;
  let inString = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (inString) {
      out[length++] = byte;
      if (byte === 0x5c) out[length++] = bytes[++at] ?? 0;
      else if (byte === 0x22) inString = false;
    } else if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) {
      out[length++] = byte;
      inString = byte === 0x22;
    }
  }
  return out.subarray(0, length);
}
