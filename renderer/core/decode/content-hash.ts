/** Secret of a case, two words: who writes the evidence does not know it. */
export type HashKey = Uint32Array;

/**
 * Puts a 64-bit hash of bytes into two words of `out`: HalfSipHash-1-3 (Aumasson and Bernstein,
 * SipHash, its 32-bit form). Keyed, since records are written by attackers: with a hash that is
 * known beforehand, a record could be made to pass for the copy of another and be dropped.
 */
export function hashBytes(
  key: HashKey,
  view: DataView,
  start: number,
  end: number,
  out: Uint32Array,
  at: number,
): void {
  const k0 = key[0] ?? 0;
  const k1 = key[1] ?? 0;
  let v0 = k0;
  let v1 = k1 ^ 0xee;
  let v2 = k0 ^ 0x6c796765;
  let v3 = k1 ^ 0x74656462;
  const length = end - start;
  const wholeWords = start + (length & ~3);
  // The round of `rounds`, written out: a call for each word of a trail costs more than the round.
  for (let place = start; place < wholeWords; place += 4) {
    const bits = view.getUint32(place, true);
    v3 ^= bits;
    v0 = (v0 + v1) | 0;
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
    v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0;
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
    v0 = (v0 + v3) | 0;
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
    v2 = (v2 + v1) | 0;
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
    v2 = (v2 << 16) | (v2 >>> 16);
    v0 ^= bits;
  }
  let last = length << 24;
  for (let place = wholeWords; place < end; place++) {
    last |= view.getUint8(place) << (8 * (place - wholeWords));
  }
  state[0] = v0;
  state[1] = v1;
  state[2] = v2;
  state[3] = v3 ^ last;
  rounds(1);
  mixIn(0, last);
  mixIn(2, 0xee);
  rounds(3);
  out[at] = word(1) ^ word(3);
  mixIn(1, 0xdd);
  rounds(3);
  out[at + 1] = word(1) ^ word(3);
}

/** The words in work at the end of a hash: an array a record would be a lot of garbage. */
const state = new Int32Array(4);

function word(place: number): number {
  return state[place] ?? 0;
}

function mixIn(place: number, bits: number): void {
  state[place] = word(place) ^ bits;
}

function rounds(count: number): void {
  let v0 = state[0] ?? 0;
  let v1 = state[1] ?? 0;
  let v2 = state[2] ?? 0;
  let v3 = state[3] ?? 0;
  for (let round = 0; round < count; round++) {
    v0 = (v0 + v1) | 0;
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
    v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0;
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
    v0 = (v0 + v3) | 0;
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
    v2 = (v2 + v1) | 0;
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
    v2 = (v2 << 16) | (v2 >>> 16);
  }
  state[0] = v0;
  state[1] = v1;
  state[2] = v2;
  state[3] = v3;
}

/** A new secret. */
export function newHashKey(): HashKey {
  return crypto.getRandomValues(new Uint32Array(2));
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
