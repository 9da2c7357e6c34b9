import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneMoment, ZonedMoment } from '../../../../renderer/views/timeline/zone-moment.ts';

const utc = (text: string) => new ZonedMoment(Date.parse(text), 'UTC');
const berlin = (text: string) => new ZonedMoment(Date.parse(text), 'Europe/Berlin');

describe('ZonedMoment', () => {
  it('tells clock and calendar of its zone', () => {
    const kolkata = new ZonedMoment(Date.parse('2026-04-30T20:31:48.250Z'), 'Asia/Kolkata');
    expect([kolkata.year(), kolkata.month(), kolkata.date()]).toEqual([2026, 4, 1]);
    expect([kolkata.hours(), kolkata.minutes(), kolkata.seconds()]).toEqual([2, 1, 48]);
    expect(kolkata.milliseconds()).toBe(250);
    expect([kolkata.weekday(), kolkata.isoWeekday()]).toEqual([5, 5]);
  });

  it('counts Sunday as the first day of moment’s week and the last of ISO’s', () => {
    const sunday = utc('2026-05-03T00:00:00Z');
    expect([sunday.weekday(), sunday.isoWeekday()]).toEqual([0, 7]);
  });

  it('adds days by the calendar across a change of the clocks, and hours by time', () => {
    const before = berlin('2026-03-28T23:00:00Z');
    expect(before.hours()).toBe(0);
    expect(before.add(1, 'day').toDate().toISOString()).toBe('2026-03-29T22:00:00.000Z');
    expect(before.add(1, 'day').hours()).toBe(0);
    expect(before.add(24, 'hours').hours()).toBe(1);
    expect(before.subtract(1, 'day').toDate().toISOString()).toBe('2026-03-27T23:00:00.000Z');
  });

  it('walks the midnights of a zone through a whole year', () => {
    for (const zone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC']) {
      let day = zoneMoment(zone)(Date.parse('2026-01-01T12:00:00Z')).hours(0);
      day = day.minutes(0).seconds(0).milliseconds(0);
      for (let count = 0; count < 365; count++) {
        const next = day.add(1, 'day');
        expect([next.hours(), next.minutes()]).toEqual([0, 0]);
        expect(next.weekday()).toBe((day.weekday() + 1) % 7);
        day = next;
      }
    }
  });

  it('takes the moment after the change where the clocks skip a time, and the first of two', () => {
    const spring = berlin('2026-03-29T00:30:00Z').hours(2);
    expect([spring.hours(), spring.minutes()]).toEqual([3, 30]);
    const autumn = berlin('2026-10-24T22:00:00Z').hours(2);
    expect(autumn.toDate().toISOString()).toBe('2026-10-25T00:00:00.000Z');
  });

  it('takes the last day of a shorter month', () => {
    expect(utc('2026-01-31T10:00:00Z').add(1, 'month').date()).toBe(28);
    expect(utc('2024-02-29T10:00:00Z').year(2025).date()).toBe(28);
    expect(utc('2026-08-31T10:00:00Z').month(0).toDate().toISOString()).toBe(
      '2026-01-31T10:00:00.000Z',
    );
  });

  it('sets the fields of the clock and leaves the larger ones', () => {
    const set = utc('2026-05-01T10:31:48.250Z').hours(7).minutes(5).seconds(9).milliseconds(3);
    expect(set.toDate().toISOString()).toBe('2026-05-01T07:05:09.003Z');
  });

  it('agrees with Date in UTC', () => {
    const time = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(time, fc.integer({ min: -40, max: 40 }), (start, days) => {
        const expected = new Date(start);
        expected.setUTCDate(expected.getUTCDate() + days);
        expect(new ZonedMoment(start, 'UTC').add(days, 'days').valueOf()).toBe(expected.getTime());
      }),
    );
  });

  it('is the same as another of its moment, and of no unit of today', () => {
    const moment = utc('2026-05-01T10:00:00Z');
    expect(moment.isSame(moment.clone())).toBe(true);
    expect(moment.isSame(moment.add(1, 'millisecond'))).toBe(false);
    expect(moment.isSame(moment, 'day')).toBe(false);
  });

  it('writes itself in ISO 8601, whatever the format asked for', () => {
    expect(berlin('2026-05-01T10:31:48Z').format()).toBe('2026-05-01T12:31:48+02:00');
  });
});

describe('zoneMoment', () => {
  it('makes moments of numbers, dates and moments', () => {
    const make = zoneMoment('UTC');
    const moment = make(1_000);
    expect(moment.valueOf()).toBe(1_000);
    expect(make(new Date(2_000)).valueOf()).toBe(2_000);
    expect(make(moment)).toBe(moment);
  });

  it('refuses a unit that it does not know, rather than draw a wrong axis', () => {
    expect(() => zoneMoment('UTC')(0).add(1, 'quarter')).toThrow('quarter');
  });
});
