import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compacted, hashBytes } from '../../../../renderer/core/decode/content-hash.ts';

const key = fc.tuple(fc.nat(), fc.nat()).map((words) => Uint32Array.from(words));

function hashOf(secret: Uint32Array, bytes: Uint8Array): readonly number[] {
  const out = new Uint32Array(2);
  hashBytes(secret, new DataView(bytes.slice().buffer), 0, bytes.length, out, 0);
  return [...out];
}

describe('hashBytes', () => {
  it('is the same for the same bytes, wherever they lie', () => {
    fc.assert(
      fc.property(key, fc.uint8Array(), fc.nat(7), (secret, bytes, shift) => {
        const shifted = new Uint8Array(bytes.length + shift);
        shifted.set(bytes, shift);
        const out = new Uint32Array(2);
        hashBytes(secret, new DataView(shifted.buffer), shift, shifted.length, out, 0);
        expect([...out]).toEqual(hashOf(secret, bytes));
      }),
    );
  });

  it('changes with any bit, with the length and with the key', () => {
    fc.assert(
      fc.property(key, fc.uint8Array({ minLength: 1 }), fc.nat(), (secret, bytes, place) => {
        const changed = bytes.slice();
        const at = (place >> 3) % bytes.length;
        changed[at] = (changed[at] ?? 0) ^ (1 << (place & 7));
        const hash = hashOf(secret, bytes);
        expect(hashOf(secret, changed)).not.toEqual(hash);
        expect(hashOf(secret, bytes.subarray(1))).not.toEqual(hash);
        expect(
          hashOf(
            secret.map((word) => word ^ 1),
            bytes,
          ),
        ).not.toEqual(hash);
      }),
    );
  });

  it('tells texts apart whose differences cancel out in hashes known beforehand', () => {
    const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
    const [one, other] = ['tG\u0088\u00c9Qn*d', '\u00cc\u00e8\u00a8\u00beQny('] as const;
    fc.assert(
      fc.property(key, (secret) => {
        expect(hashOf(secret, latin1(one))).not.toEqual(hashOf(secret, latin1(other)));
      }),
    );
  });
});

describe('compacted', () => {
  it('leaves out white space between tokens and nothing else', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: unknown = JSON.parse(text);
        const wide = new TextEncoder().encode(JSON.stringify(value, null, '\t'));
        const narrow = new TextDecoder().decode(compacted(wide, 0, wide.length));
        expect(narrow).toBe(JSON.stringify(value));
      }),
    );
  });
});
