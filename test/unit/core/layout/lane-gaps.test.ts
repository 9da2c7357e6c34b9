import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoverageGap } from '../../../../renderer/core/correlate/coverage.ts';
import { coverageOfLanes, mergedSpans } from '../../../../renderer/core/layout/lane-gaps.ts';
import { everything } from '../../../../renderer/core/query/filter.ts';
import { Selections } from '../../../../renderer/core/query/selections.ts';
import { textAt } from '../../../../renderer/core/table/event-table.ts';
import { tableOf } from '../../../fixtures/events.ts';
import { randomEvents } from '../../../fixtures/random-events.ts';

const span = { start: 1000, end: 2000 };
const account = fc.constantFrom('111122223333', '444455556666', 'none');
const randomGap: fc.Arbitrary<CoverageGap> = fc.oneof(
  fc.record({
    ...{ kind: fc.constant('silence' as const), account, span: fc.constant(span) },
    region: fc.constantFrom('eu-west-1', 'us-east-1', 'nowhere'),
    ...{ where: fc.constant('between events' as const), usualShare: fc.constant(1) },
    days: fc.constant({ compared: 1, silent: 0, length: 1 }),
  }),
  fc.record({
    ...{ kind: fc.constant('trail' as const), account, span: fc.constant(span) },
    ...{ trail: fc.constant('main'), missing: fc.constant('reads' as const) },
    began: fc.constant({ ref: 0, eventName: 'StopLogging' }),
    ...{ ended: fc.constant(undefined), seenUntil: fc.constant(span.start) },
  }),
);

describe('coverageOfLanes', () => {
  it('gives each lane the gaps of the accounts and regions that its events are of', () => {
    fc.assert(
      fc.property(randomEvents, fc.array(randomGap, { maxLength: 6 }), (events, gaps) => {
        const table = tableOf(events);
        const rows = new Selections(table).rows(everything);
        const { texts } = table.dictionaries.sourceIp;
        const lanes = texts.map((_, id) => ({ kind: 'value' as const, id }));
        const found = coverageOfLanes(table, rows, { field: 'sourceIp', lanes }, gaps);
        expect(found.gaps).toBe(gaps);
        for (const [lane, value] of texts.entries()) {
          const own = [...rows].filter((row) => textAt(table, 'sourceIp', row) === value);
          const expected = [...gaps.keys()].filter((place) => {
            const gap = gaps[place];
            return own.some(
              (row) =>
                textAt(table, 'account', row) === gap?.account &&
                (gap.kind === 'trail' || textAt(table, 'region', row) === gap.region),
            );
          });
          expect(found.ofLane[lane]).toEqual(expected);
        }
      }),
    );
  });
});

describe('mergedSpans', () => {
  it('covers the same moments with as few spans as can be', () => {
    const randomSpan = fc
      .tuple(fc.nat(20), fc.integer({ min: 1, max: 6 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(randomSpan), (spans) => {
        const merged = mergedSpans(spans);
        const covers = (list: typeof merged, time: number) =>
          list.some(({ start, end }) => time >= start && time < end);
        for (let time = 0; time < 30; time++)
          expect(covers(merged, time)).toBe(covers(spans, time));
        for (const [place, { start }] of merged.entries()) {
          expect(start).toBeGreaterThan(merged[place - 1]?.end ?? -1);
        }
      }),
    );
  });
});
