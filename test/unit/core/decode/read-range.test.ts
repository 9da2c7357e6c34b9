import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Streamable } from '../../../../renderer/core/decode/byte-source.ts';
import { readRanges } from '../../../../renderer/core/decode/read-range.ts';

const content = Uint8Array.from({ length: 50 }, (_, place) => place);

/** The content in pieces of this size. */
function streamed(size: number): Streamable {
  return {
    stream: () => {
      let at = 0;
      return new ReadableStream({
        pull: (controller) => {
          controller.enqueue(content.slice(at, at + size));
          at += size;
          if (at >= content.length) controller.close();
        },
      });
    },
  };
}

describe('readRanges', () => {
  const span = fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => ({
    start: Math.min(a, b),
    end: Math.max(a, b),
  }));
  const spans = fc
    .array(span, { maxLength: 6 })
    .map((ranges) => ranges.toSorted((a, b) => a.start - b.start));

  it('reads what slices of the whole are, from a stream and from a Blob', async () => {
    await fc.assert(
      fc.asyncProperty(spans, fc.integer({ min: 1, max: 60 }), async (ranges, size) => {
        const slices = ranges.map(({ start, end }) => [...content.slice(start, end)]);
        for (const source of [streamed(size), new Blob([content])]) {
          const read = await readRanges(source, ranges);
          expect(read.map((bytes) => [...bytes])).toEqual(slices);
        }
      }),
    );
  });

  it('says so where the content ends before', async () => {
    for (const source of [streamed(7), new Blob([content])]) {
      await expect(readRanges(source, [{ start: 40, end: 51 }])).rejects.toThrow('ends before');
    }
  });
});
