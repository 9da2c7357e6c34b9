import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayPrefixes, spanOfFolder } from '../../../../renderer/core/source/day-prefixes.ts';

const dayMs = 24 * 60 * 60 * 1000;
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const prefixes = (first: string, last: string) =>
  dayPrefixes({ start: day(first), end: day(last) + dayMs });

describe('dayPrefixes', () => {
  it('names days, and whole months and years at once', () => {
    expect(prefixes('2026-03-30', '2026-04-01')).toEqual([
      '2026/03/30/',
      '2026/03/31/',
      '2026/04/01/',
    ]);
    expect(prefixes('2024-02-01', '2024-02-29')).toEqual(['2024/02/']);
    expect(prefixes('2024-02-01', '2024-02-28')).toHaveLength(28);
    expect(prefixes('2023-12-31', '2025-01-31')).toEqual(['2023/12/31/', '2024/', '2025/01/']);
    expect(dayPrefixes({ start: day('2026-03-30'), end: day('2026-03-30') })).toEqual([]);
  });

  it('holds each day of the span once, and no other day', () => {
    const days = fc.integer({ min: day('2019-11-01') / dayMs, max: day('2025-03-01') / dayMs });
    fc.assert(
      fc.property(days, fc.nat(900), (first, count) => {
        const span = { start: first * dayMs, end: (first + count) * dayMs };
        const found = dayPrefixes(span).flatMap((folder) => {
          const { start, end } = spanOfFolder(folder) ?? { start: 0, end: 0 };
          return Array.from({ length: (end - start) / dayMs }, (_, place) => start / dayMs + place);
        });
        expect(found).toEqual(Array.from({ length: count }, (_, place) => first + place));
      }),
      { numRuns: 50 },
    );
  });
});

describe('spanOfFolder', () => {
  it('knows days that there are, and nothing else', () => {
    expect(spanOfFolder('2024/02/29/')).toEqual({
      start: day('2024-02-29'),
      end: day('2024-03-01'),
    });
    for (const folder of [
      '2023/02/29/',
      '2023/13/',
      '2023/00/',
      '2023',
      '23/',
      '2023/1/',
      'x/2023/',
    ]) {
      expect(spanOfFolder(folder), folder).toBeUndefined();
    }
  });
});
