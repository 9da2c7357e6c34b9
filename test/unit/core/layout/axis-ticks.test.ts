import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTime } from '../../../../renderer/core/base/zoned-time.ts';
import { axisTicks } from '../../../../renderer/core/layout/axis-ticks.ts';

function ticks(start: string, end: string, zone: string, most: number): readonly string[] {
  const span = { start: Date.parse(start), end: Date.parse(end) };
  return axisTicks(span, zone, most).map(({ label, context }) => `${context} ${label}`.trim());
}

describe('axisTicks', () => {
  it('stands on round clock times, and names the day once', () => {
    expect(ticks('2026-05-01T10:30:12Z', '2026-05-01T10:34:50Z', 'UTC', 6)).toEqual([
      '2026-05-01 10:31',
      '10:32',
      '10:33',
      '10:34',
    ]);
    expect(ticks('2026-05-01T22:00:00Z', '2026-05-02T04:00:00Z', 'UTC', 6)).toEqual([
      '2026-05-01 22:00',
      '23:00',
      '2026-05-02 00:00',
      '01:00',
      '02:00',
      '03:00',
    ]);
  });

  it('goes from milliseconds to years', () => {
    expect(ticks('2026-05-01T10:00:00Z', '2026-05-01T10:00:00.040Z', 'UTC', 4)).toEqual([
      '2026-05-01 10:00:00.000',
      '10:00:00.010',
      '10:00:00.020',
      '10:00:00.030',
    ]);
    expect(ticks('2026-12-29T00:00:00Z', '2027-01-02T00:00:00Z', 'UTC', 5)).toEqual([
      '2026 29 Dec',
      '30 Dec',
      '31 Dec',
      '2027 1 Jan',
    ]);
    expect(ticks('2026-05-10T00:00:00Z', '2027-02-10T00:00:00Z', 'UTC', 10)).toEqual([
      '2026 Jun',
      ...['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
      '2027 Jan',
      'Feb',
    ]);
    expect(ticks('1990-05-10T00:00:00Z', '2026-05-10T00:00:00Z', 'UTC', 5)).toEqual([
      '2000',
      '2010',
      '2020',
    ]);
  });

  it('begins weeks on Monday', () => {
    expect(ticks('2026-05-01T00:00:00Z', '2026-05-29T00:00:00Z', 'UTC', 5)).toEqual([
      '2026 4 May',
      '11 May',
      '18 May',
      '25 May',
    ]);
  });

  it('keeps to the clock of the zone', () => {
    expect(ticks('2026-05-01T00:00:00Z', '2026-05-02T00:00:00Z', 'Asia/Kathmandu', 5)).toEqual([
      '2026-05-01 06:00',
      '12:00',
      '18:00',
      '2026-05-02 00:00',
    ]);
  });

  it('shows the hour that comes twice twice, and the one left out not at all', () => {
    const zone = 'Europe/Berlin';
    expect(ticks('2026-10-24T23:00:00Z', '2026-10-25T03:00:00Z', zone, 5)).toEqual([
      '2026-10-25 01:00',
      '02:00',
      '02:00',
      '03:00',
    ]);
    expect(ticks('2026-03-28T23:00:00Z', '2026-03-29T03:00:00Z', zone, 5)).toEqual([
      '2026-03-29 00:00',
      '01:00',
      '03:00',
      '04:00',
    ]);
  });

  it('begins a day without midnight when it begins', () => {
    // The clocks of Beirut went from 2025-03-30 00:00 to 01:00.
    const span = { start: Date.UTC(2025, 2, 28, 12), end: Date.UTC(2025, 3, 1, 12) };
    const times = axisTicks(span, 'Asia/Beirut', 4).map(({ time }) =>
      formatTime(time, 'Asia/Beirut'),
    );
    expect(times).toEqual([
      '2025-03-29 00:00:00+02:00',
      '2025-03-30 01:00:00+03:00',
      '2025-03-31 00:00:00+03:00',
      '2025-04-01 00:00:00+03:00',
    ]);
  });

  it('has no ticks for a span without length', () => {
    expect(axisTicks({ start: 5, end: 5 }, 'UTC', 9)).toEqual([]);
    expect(axisTicks({ start: NaN, end: NaN }, 'UTC', 9)).toEqual([]);
  });

  it('gives few enough ticks, inside the span, in order, none twice, and not too few', () => {
    const zones = fc.constantFrom('UTC', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Tokyo');
    const start = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) });
    const length = fc.double({ min: 2, max: 12, noNaN: true }).map((power) => 10 ** power);
    const most = fc.integer({ min: 5, max: 20 });
    fc.assert(
      fc.property(start, length, zones, most, (from, width, zone, limit) => {
        const span = { start: from, end: from + width };
        const times = axisTicks(span, zone, limit).map(({ time }) => time);
        expect(times.length).toBeLessThanOrEqual(limit);
        expect(times.length).toBeGreaterThanOrEqual(Math.floor(limit / 5));
        for (const [place, time] of times.entries()) {
          expect(time).toBeGreaterThanOrEqual(span.start);
          expect(time).toBeLessThan(span.end);
          if (place > 0) expect(time).toBeGreaterThan(times[place - 1] ?? 0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
