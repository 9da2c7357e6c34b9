import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../../renderer/core/base/parse-time.ts';
import { formatIso } from '../../../../renderer/core/base/zoned-time.ts';

function iso(text: string, zone = 'UTC'): string | undefined {
  const time = parseTime(text, zone);
  return time === undefined ? undefined : new Date(time).toISOString();
}

describe('parseTime', () => {
  it('reads back what is shown, in any zone, but for hours that come twice', () => {
    const zones = fc.constantFrom('UTC', 'Asia/Tokyo', 'Asia/Kathmandu', 'America/New_York');
    const times = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2090, 0) });
    fc.assert(
      fc.property(times, zones, (time, zone) => {
        expect(parseTime(formatIso(time, zone), zone)).toBe(time);
      }),
    );
  });

  it('takes as much of a time as there is', () => {
    expect(iso('2026')).toBe('2026-01-01T00:00:00.000Z');
    expect(iso('2026-05')).toBe('2026-05-01T00:00:00.000Z');
    expect(iso('2026-05-01')).toBe('2026-05-01T00:00:00.000Z');
    expect(iso('2026-05-01T10')).toBe('2026-05-01T10:00:00.000Z');
    expect(iso('2026-05-01 10:31:48.25')).toBe('2026-05-01T10:31:48.250Z');
    expect(iso('0026-05-01')).toBe('0026-05-01T00:00:00.000Z');
  });

  it('takes a time without an offset for one of the zone', () => {
    expect(iso('2026-05-01T10:00', 'Europe/Berlin')).toBe('2026-05-01T08:00:00.000Z');
    expect(iso('2026-01-01T10:00', 'Europe/Berlin')).toBe('2026-01-01T09:00:00.000Z');
    expect(iso('2026-05-01T10:00Z', 'Europe/Berlin')).toBe('2026-05-01T10:00:00.000Z');
    expect(iso('2026-05-01T10:00-0330', 'Europe/Berlin')).toBe('2026-05-01T13:30:00.000Z');
  });

  it('takes the hours beside a change of the clocks for what they are', () => {
    expect(iso('2026-03-29T01:59', 'Europe/Berlin')).toBe('2026-03-29T00:59:00.000Z');
    expect(iso('2026-03-29T03:00', 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
  });

  it.each([
    ...['', 'now', '26-05-01', '2026-13', '2026-02-30', '2026-05-01T24:00', '2026-05-01T10:60'],
    ...['2026-05-01T10:00+24:00', '2026-05-01T10:00+01:60', '2026-05-01T', '20260501'],
  ])('takes %j for no time', (text) => {
    expect(parseTime(text, 'UTC')).toBeUndefined();
  });
});
