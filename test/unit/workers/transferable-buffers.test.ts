import { describe, expect, it } from 'vitest';
import { transferableBuffers } from '../../../renderer/workers/transferable-buffers.ts';

describe('transferableBuffers', () => {
  it('finds the buffers of an array and of the fields of an object', () => {
    const counts = new Uint32Array(4);
    const gravest = new Uint8Array(2);
    expect(transferableBuffers(counts)).toEqual([counts.buffer]);
    const marks = { kind: 'density', counts, gravest, again: counts };
    expect(transferableBuffers(marks)).toEqual([counts.buffer, gravest.buffer]);
  });

  it('leaves a part of a longer buffer to be copied', () => {
    expect(transferableBuffers(new Uint8Array(10).subarray(2))).toEqual([]);
  });

  it('finds nothing in anything else', () => {
    expect([undefined, 'text', 3, [1, 2], { text: 'a' }].flatMap(transferableBuffers)).toEqual([]);
  });
});
