import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIsoTime } from '../../../../renderer/core/decode/iso-time.ts';

function parse(json: string): number | undefined {
  const bytes = new TextEncoder().encode(json);
  return parseIsoTime(bytes, 0, bytes.length);
}

describe('parseIsoTime', () => {
  it('agrees with Date.parse on every second that CloudTrail can write', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000_000_000, max: 250_000_000_000 }), (second) => {
        const text = new Date(second * 1000).toISOString().replace('.000Z', 'Z');
        expect(parse(`"${text}"`)).toBe(second * 1000);
      }),
    );
  });

  it('refuses days and hours that do not exist', () => {
    for (const text of ['2026-02-29T00:00:00Z', '2026-13-01T00:00:00Z', '2026-01-01T24:00:00Z']) {
      expect(parse(`"${text}"`)).toBeUndefined();
    }
  });

  it('takes fractions, offsets and epoch numbers of other exporters', () => {
    expect(parse('"2022-02-08 09:23:37+11:00"')).toBe(Date.UTC(2022, 1, 7, 22, 23, 37));
    expect(parse('"2020-09-14T00:44:23.507Z"')).toBe(Date.UTC(2020, 8, 14, 0, 44, 23, 507));
    expect(parse('1644272617.5')).toBe(1_644_272_617_500);
    expect(parse('1644272617500')).toBe(1_644_272_617_500);
  });

  it('does not guess a zone', () => {
    expect(parse('"2022-02-08 09:23:37"')).toBeUndefined();
    expect(parse('"yesterday"')).toBeUndefined();
  });
});
