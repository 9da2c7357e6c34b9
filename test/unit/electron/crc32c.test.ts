import { describe, expect, it } from 'vitest';
import { crc32c } from '../../../electron/crc32c.ts';

describe('crc32c', () => {
  // RFC 3720, section B.4.
  it.each([
    [new Uint8Array(32), 0x8a9136aa],
    [new Uint8Array(32).fill(0xff), 0x62a8ab43],
    [Uint8Array.from({ length: 32 }, (_, place) => place), 0x46dd794e],
    [Uint8Array.from({ length: 32 }, (_, place) => 31 - place), 0x113fdb5c],
  ])('is that of the standard’s examples', (bytes, crc) => {
    expect(crc32c(bytes)).toBe(crc);
  });
});
