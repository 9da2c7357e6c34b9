import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilDate,
  formatDuration,
  formatIso,
  formatTime,
  isZone,
  offsetAt,
} from '../../../../renderer/core/base/zoned-time.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Tokyo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
];

/** From 1973 on, when the last zone (Liberia) gave up an offset with seconds. */
const recent = fc.integer({ min: Date.UTC(1973, 0), max: Date.UTC(2100, 0) });

function wallClock(time: number, zone: string): string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '?';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return `${date} ${part('hour')}:${part('minute')}:${part('second')}`;
}

describe('formatTime', () => {
  const time = Date.UTC(2026, 4, 1, 10, 31, 48);

  it('writes UTC with Z and other zones with their offset', () => {
    expect(formatTime(time, 'UTC')).toBe('2026-05-01 10:31:48Z');
    expect(formatTime(time, 'Europe/Berlin')).toBe('2026-05-01 12:31:48+02:00');
    expect(formatTime(time, 'America/St_Johns')).toBe('2026-05-01 08:01:48-02:30');
    expect(formatTime(Date.UTC(2026, 0), 'Europe/London')).toBe('2026-01-01 00:00:00+00:00');
  });

  it('writes milliseconds only where there are some', () => {
    expect(formatTime(time + 7, 'UTC')).toBe('2026-05-01 10:31:48.007Z');
    expect(formatTime(-1, 'UTC')).toBe('1969-12-31 23:59:59.999Z');
  });

  it('tells the two hours of an autumn night apart', () => {
    const before = Date.UTC(2026, 9, 25, 0, 30);
    expect(formatTime(before, 'Europe/Berlin')).toBe('2026-10-25 02:30:00+02:00');
    expect(formatTime(before + 3_600_000, 'Europe/Berlin')).toBe('2026-10-25 02:30:00+01:00');
  });

  it('has a word for what is no time', () => {
    for (const none of [NaN, Infinity, -Infinity, 8.64e15 + 1])
      expect(formatTime(none, 'Asia/Tokyo')).toBe('not in this record');
  });

  it('agrees with Intl in every zone', () => {
    fc.assert(
      fc.property(recent, fc.constantFrom(...zones), (instant, zone) => {
        expect(formatTime(instant, zone).slice(0, 19)).toBe(wallClock(instant, zone));
      }),
      { numRuns: 1500 },
    );
  });

  it('agrees with Intl around every change of the clocks of a year', () => {
    for (const zone of zones)
      for (let hour = Date.UTC(2024, 0); hour < Date.UTC(2025, 0); hour += 3_600_000)
        if (offsetAt(hour, zone) !== offsetAt(hour + 3_600_000, zone))
          for (let minute = hour; minute <= hour + 3_600_000; minute += 60_000)
            expect(formatTime(minute, zone).slice(0, 19)).toBe(wallClock(minute, zone));
  });

  it('refuses a zone that does not exist', () => {
    expect(() => formatTime(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('formatIso', () => {
  it('puts a T between date and time', () => {
    expect(formatIso(0, 'UTC')).toBe('1970-01-01T00:00:00Z');
    expect(formatIso(0, 'Asia/Tokyo')).toBe('1970-01-01T09:00:00+09:00');
  });

  it('names the same instant whatever the zone, also in years with offsets of seconds', () => {
    const anyTime = fc.integer({ min: -8.64e15, max: 8.64e15 });
    const old = fc.integer({ min: Date.UTC(1800, 0), max: Date.UTC(1975, 0) });
    const place = fc.constantFrom(...zones, 'Africa/Monrovia', 'Europe/Amsterdam');
    fc.assert(
      fc.property(fc.oneof(anyTime, old, recent), place, (instant, zone) => {
        const text = formatIso(instant, zone);
        // Local dates beyond the furthest instants are not for Date.parse to read.
        fc.pre(Math.abs(instant) < 8.63e15);
        expect(Date.parse(text)).toBe(instant);
      }),
      { numRuns: 1500 },
    );
  });

  it('agrees with Date in UTC', () => {
    fc.assert(
      fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (instant) => {
        expect(formatIso(instant, 'UTC')).toBe(
          new Date(instant).toISOString().replace('.000Z', 'Z'),
        );
      }),
    );
  });
});

describe('offsetAt', () => {
  it('sees a change inside a quarter of an hour', () => {
    // Liberia went from -00:44:30, which is written as -00:45, to +00:00.
    const change = Date.UTC(1972, 0, 7, 0, 44, 30);
    expect(offsetAt(change - 1000, 'Africa/Monrovia')).toBe(-45 * 60_000);
    expect(offsetAt(change, 'Africa/Monrovia')).toBe(0);
  });

  it('knows a day that a zone left out', () => {
    expect(formatTime(Date.UTC(2011, 11, 30, 9, 59, 59), 'Pacific/Apia')).toBe(
      '2011-12-29 23:59:59-10:00',
    );
    expect(formatTime(Date.UTC(2011, 11, 30, 10), 'Pacific/Apia')).toBe(
      '2011-12-31 00:00:00+14:00',
    );
  });

  it('gives the same answers when times come back in another order', () => {
    const times = Array.from({ length: 400 }, (_, i) => Date.UTC(2025, 0) + i * 86_400_000);
    const forward = times.map((time) => offsetAt(time, 'America/New_York'));
    const backward = times.toReversed().map((time) => offsetAt(time, 'America/New_York'));
    expect(backward.toReversed()).toEqual(forward);
    expect(new Set(forward)).toEqual(new Set([-18_000_000, -14_400_000]));
  });
});

describe('civilDate', () => {
  it('agrees with Date over all its days', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        expect(civilDate(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          dayOfMonth: date.getUTCDate(),
        });
      }),
    );
  });
});

describe('formatDuration', () => {
  it('writes the two largest units', () => {
    expect(formatDuration(192_000)).toBe('3 m 12 s');
    expect(formatDuration(0)).toBe('0 s');
    expect(formatDuration(450)).toBe('450 ms');
    expect(formatDuration(12_900)).toBe('12 s');
    expect(formatDuration(180_000)).toBe('3 m');
    expect(formatDuration(3_600_000 * 5 + 60_000 * 7 + 1)).toBe('5 h 7 m');
    expect(formatDuration(86_400_000 * 400 + 3_600_000)).toBe('400 d 1 h');
    expect(formatDuration(-192_000)).toBe('−3 m 12 s');
    expect(formatDuration(NaN)).toBe('not in this record');
  });
});

describe('isZone', () => {
  it('knows zones by their names only', () => {
    for (const zone of zones) expect(isZone(zone)).toBe(true);
    for (const text of ['', 'Mars/Olympus', '+02:00', '<script>', ' UTC'])
      expect(isZone(text)).toBe(false);
  });
});
