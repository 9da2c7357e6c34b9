import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { silences } from '../../../../renderer/core/correlate/silences.ts';
import { type PlainEvent, tableOf } from '../../../fixtures/events.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A Monday's midnight. */
const start = Date.UTC(2026, 2, 9);

/** Events of an account and region at these times, counted from the start. */
function spoken(times: readonly number[], region = 'eu-west-1'): readonly PlainEvent[] {
  return times.map((time) => ({ time: start + time, text: { account: '111122223333', region } }));
}

/** An event every so often from `from` to `to`, but where `isSilent`. */
function every(
  step: number,
  from: number,
  to: number,
  isSilent: (time: number) => boolean = () => false,
) {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, n) => from + n * step).filter(
    (time) => !isSilent(time),
  );
}

function silentHours(events: readonly PlainEvent[]): readonly string[] {
  return silences(tableOf(events)).map(({ span, region, where }) => {
    const at = (time: number) => ((time - start) / hour).toFixed(1);
    return `${region} ${at(span.start)}–${at(span.end)} ${where}`;
  });
}

describe('silences', () => {
  it('finds hours without events where there are always some', () => {
    const events = spoken(every(5 * minute, 0, 4 * day, (t) => t > 50 * hour && t < 53 * hour));
    expect(silentHours(events)).toEqual(['eu-west-1 50.0–53.0 between events']);
    const [gap] = silences(tableOf(events));
    expect(gap).toMatchObject({
      ...{ kind: 'silence', account: '111122223333', region: 'eu-west-1', usualShare: 1 },
      days: { compared: 3, silent: 0, length: 1 },
      span: { start: start + 50 * hour + 1000, end: start + 53 * hour },
    });
  });

  it('takes nights for no silences, and a night’s hours by day for one', () => {
    const isNight = (time: number) => time % day < 7 * hour || time % day >= 19 * hour;
    const quiet = (time: number) =>
      isNight(time) || (time > 2 * day + 10 * hour && time < 2 * day + 16 * hour);
    expect(silentHours(spoken(every(2 * minute, 0, 5 * day, isNight)))).toEqual([]);
    expect(silentHours(spoken(every(2 * minute, 0, 5 * day, quiet)))).toEqual([
      'eu-west-1 58.0–64.0 between events',
    ]);
  });

  it('says nothing of a night that no other day can be compared with', () => {
    const times = [
      ...every(5 * minute, 9 * hour, 18 * hour),
      ...every(5 * minute, 31 * hour, 40 * hour),
    ];
    expect(silentHours(spoken(times))).toEqual([]);
  });

  it('finds a silence within less than a day', () => {
    const times = every(minute, 0, 8 * hour, (time) => time > 3 * hour && time < 5 * hour);
    expect(silentHours(spoken(times))).toEqual(['eu-west-1 3.0–5.0 between events']);
  });

  it('says nothing of who speaks seldom, or in bursts with days between', () => {
    expect(silentHours(spoken([0, day, 3 * day, 9 * day]))).toEqual([]);
    const bursts = [0, 26, 51, 70, 100, 131].flatMap((hours) =>
      every(1000, hours * hour, hours * hour + 5 * minute),
    );
    expect(silentHours(spoken(bursts))).toEqual([]);
  });

  it('says nothing of who is silent nine tenths of the time, however long it stays so', () => {
    const seldom = [...every(day, 0, 120 * day), ...every(day, 220 * day, 400 * day)].flatMap(
      (at) => [at, at + 20 * minute],
    );
    expect(silentHours(spoken(seldom))).toEqual([]);
  });

  it('takes weekends for no silences, and a week for one', () => {
    const isOff = (time: number) => {
      const weekday = Math.floor(time / day) % 7;
      return weekday >= 5 || time % day < 8 * hour || time % day >= 18 * hour;
    };
    expect(silentHours(spoken(every(5 * minute, 0, 28 * day, isOff)))).toEqual([]);
    const isAway = (time: number) => isOff(time) || (time >= 14 * day && time < 21 * day);
    expect(silentHours(spoken(every(5 * minute, 0, 42 * day, isAway)))).toEqual([
      'eu-west-1 281.9–512.0 between events',
    ]);
  });

  it('finds where an account and region stops, or begins, while others go on', () => {
    const always = spoken(every(5 * minute, 0, 5 * day), 'us-east-1');
    const stops = spoken(every(5 * minute, 0, 3 * day));
    const begins = spoken(every(5 * minute, 2 * day, 5 * day), 'eu-north-1');
    expect(silentHours([...always, ...stops, ...begins])).toEqual([
      'eu-west-1 71.9–119.9 after the last event',
      'eu-north-1 0.0–48.0 before the first event',
    ]);
  });

  it('has no opinion of an empty case', () => {
    expect(silences(tableOf([]))).toEqual([]);
  });

  it('agrees with a plain reading of its rule', () => {
    const trail = fc.record({
      step: fc.constantFrom(3, 7, 25, 90),
      days: fc.integer({ min: 1, max: 6 }),
      holes: fc.array(fc.tuple(fc.nat(140), fc.integer({ min: 1, max: 40 })), { maxLength: 3 }),
      night: fc.boolean(),
      region: fc.constantFrom('eu-west-1', 'us-east-1'),
    });
    fc.assert(
      fc.property(fc.array(trail, { minLength: 1, maxLength: 3 }), (trails) => {
        const events = trails.flatMap(({ step, days, holes, night, region }) =>
          spoken(
            every(step * minute, 0, days * day, (time) =>
              night && time % day > 20 * hour
                ? true
                : holes.some(([at, long]) => time >= at * hour && time < (at + long) * hour),
            ),
            region,
          ),
        );
        const found = silences(tableOf(events)).map(({ region, span }) => ({ region, span }));
        expect(found.toSorted(byPlace)).toEqual(plainSilences(events).toSorted(byPlace));
      }),
      { numRuns: 60 },
    );
  });
});

interface Found {
  readonly region: string;
  readonly span: { readonly start: number; readonly end: number };
}

function byPlace(a: Found, b: Found): number {
  return a.region < b.region ? -1 : a.region > b.region ? 1 : a.span.start - b.span.start;
}

/** The rule once more, stretch by stretch over the whole case. */
function plainSilences(events: readonly PlainEvent[]): readonly Found[] {
  const stretchOf = (time: number) => Math.floor(time / (10 * minute));
  const times = events.map(({ time }) => time);
  const first = Math.min(...times);
  const last = Math.max(...times) + 1000;
  const found: Found[] = [];
  for (const region of new Set(events.map(({ text }) => text?.region ?? ''))) {
    const own = events.filter(({ text }) => text?.region === region).map(({ time }) => time);
    const speaks = new Set(own.map(stretchOf));
    if (speaks.size < 12) continue;
    const known = { start: Math.min(...speaks), end: Math.max(...speaks) + 1 };
    const isSilent = (at: number) => !speaks.has(at);
    for (let at = stretchOf(first); at <= stretchOf(last); at++) {
      if (!isSilent(at) || (at > stretchOf(first) && isSilent(at - 1))) continue;
      let end = at;
      while (end <= stretchOf(last) && isSilent(end)) end++;
      if (isUnusual(speaks, known, at, end)) {
        const before = own.filter((time) => stretchOf(time) < at);
        const after = own.filter((time) => stretchOf(time) >= end);
        found.push({
          region,
          span: {
            start: before.length === 0 ? first : Math.max(...before) + 1000,
            end: after.length === 0 ? last : Math.min(...after),
          },
        });
      }
    }
  }
  return found;
}

function isUnusual(
  speaks: ReadonlySet<number>,
  known: { readonly start: number; readonly end: number },
  start: number,
  end: number,
): boolean {
  const length = end - start;
  const isInside = start >= known.start && end <= known.end;
  const share = speaks.size / (known.end - known.start - (isInside ? length : 0));
  if (length < 6 || share < 0.1 || (1 - share) ** length >= 1e-6) return false;
  const days = Math.ceil(length / 144);
  const compared = (step: number): readonly boolean[] =>
    Array.from({ length: 61 }, (_, n) => (n - 30) * step).flatMap((by) => {
      const from = start + by * 144;
      const to = end + by * 144;
      if (by === 0 || from < known.start || to > known.end) return [];
      return [![...speaks].some((at) => at >= from && at < to)];
    });
  const isRhythm = [compared(days), compared(Math.ceil(days / 7) * 7)].some(
    (silent) => silent.filter(Boolean).length > silent.length / 4,
  );
  if (isRhythm) return false;
  return compared(days).length > 0 || known.end - known.start < 144;
}
