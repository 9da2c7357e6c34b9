import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BuiltTable } from '../../../../renderer/core/correlate/build-table.ts';
import { entityCard } from '../../../../renderer/core/correlate/entity-card.ts';
import type { Entity, EntityCard } from '../../../../renderer/core/correlate/entity.ts';
import { entityFields } from '../../../../renderer/core/query/filter.ts';
import { flag } from '../../../../renderer/core/table/columns.ts';
import { textAt } from '../../../../renderer/core/table/event-table.ts';
import { builtOf } from '../../../fixtures/built-table.ts';
import { plainEvents } from '../../../fixtures/events.ts';
import { randomEvents } from '../../../fixtures/random-events.ts';

function rowsOf({ table }: BuiltTable, { field, value }: Entity): Uint32Array {
  return Uint32Array.from({ length: table.rows }, (_, row) => row).filter((row) =>
    textAt(table, field, row).split('\n').includes(value),
  );
}

function cardOf(built: BuiltTable, entity: Entity): EntityCard {
  return entityCard(built, entity, rowsOf(built, entity));
}

const events = plainEvents(`
  time | is           | eventName   | sourceIp    | accessKey            | tool    | principal  | loadBalancer | issues
  1000 |              | AssumeRole  | 203.0.113.9 | AKIATESTKEY000000001 | aws-cli | user alice |              | ASIATESTKEY000000001
  2000 | elb readOnly | DescribeLBs | 203.0.113.9 | ASIATESTKEY000000001 | aws-cli | role Admin | lb-a         |
  9000 | elb denied   | DeleteLB    | 52.45.102.8 | ASIATESTKEY000000001 | Boto3   | role Admin | lb-b         |
`);
const built = builtOf(events);

describe('entityCard', () => {
  it('tells when and how often a key was used, and how it was come by', () => {
    const card = cardOf(built, { field: 'accessKey', value: 'ASIATESTKEY000000001' });
    expect(card).toMatchObject({
      all: { count: 2, denied: 1, firstSeen: 2000, lastSeen: 9000 },
      elb: { count: 2 },
      keyClass: 'temporary',
      addressClass: undefined,
      chain: [
        {
          ref: 0,
          principal: 'user alice',
          accessKey: 'AKIATESTKEY000000001',
          key: 'ASIATESTKEY000000001',
        },
      ],
    });
  });

  it('names what an entity was seen with, and when the two met', () => {
    const { seenWith } = cardOf(built, { field: 'accessKey', value: 'ASIATESTKEY000000001' });
    expect(seenWith.find(({ field }) => field === 'sourceIp')).toEqual({
      field: 'sourceIp',
      values: [
        { value: '203.0.113.9', count: 1, firstSeen: 2000, first: 1 },
        { value: '52.45.102.8', count: 1, firstSeen: 9000, first: 2 },
      ],
      distinct: 2,
    });
  });

  it('tells who came late, the rarest first, and how many there are', () => {
    const day = 86_400_000;
    const met = (at: number, accessKey: string, sourceIp: string) => ({
      time: at * day,
      text: { loadBalancer: 'lb-a', accessKey, sourceIp },
    });
    const late = builtOf([
      met(0, 'AKIA1', '203.0.113.9'),
      met(0.5, 'AKIA2', '203.0.113.9'),
      met(2, 'ASIA1', '203.0.113.142'),
      met(3, 'AKIA3', '203.0.113.9'),
      met(4, 'AKIA3', '203.0.113.9'),
    ]);
    const { news } = cardOf(late, { field: 'loadBalancer', value: 'lb-a' });
    expect(news.inAll).toBe(3);
    expect(news.values.map(({ field, value, first }) => [field, value, first])).toEqual([
      ['accessKey', 'ASIA1', 2],
      ['sourceIp', '203.0.113.142', 2],
      ['accessKey', 'AKIA3', 3],
    ]);
  });

  it('classes an address', () => {
    const card = cardOf(built, { field: 'sourceIp', value: '52.45.102.8' });
    expect(card).toMatchObject({ addressClass: 'public', keyClass: undefined, chain: [] });
  });

  it('spreads the activity over the whole case', () => {
    const { activity } = cardOf(built, { field: 'tool', value: 'Boto3' });
    expect(activity.span).toEqual({ start: 1000, end: 9001 });
    expect(activity.counts.at(-1)).toBe(1);
    expect(activity.gravest.at(-1)).toBe(3);
    expect(activity.counts.reduce((sum, count) => sum + count)).toBe(1);
  });

  it('counts what looking at each event counts, for every entity of a random case', () => {
    fc.assert(
      fc.property(randomEvents, fc.constantFrom(...entityFields), (random, field) => {
        const randomCase = builtOf(random);
        const { table } = randomCase;
        const values = new Set(table.dictionaries[field].texts.flatMap((text) => text.split('\n')));
        for (const value of values) {
          const rows = rowsOf(randomCase, { field, value });
          if (value === '' || rows.length === 0) continue;
          const card = entityCard(randomCase, { field, value }, rows);
          const isElb = (row: number) => ((table.flags[row] ?? 0) & flag.elb) !== 0;
          expect(card.elb.count).toBe([...rows].filter(isElb).length);
          expect(card.activity.counts.reduce((sum, count) => sum + count)).toBe(rows.length);
          for (const { field: other, values: companions, distinct } of card.seenWith) {
            const lines = [...rows].flatMap((row) =>
              [...new Set(textAt(table, other, row).split('\n'))]
                .filter((line) => line !== '')
                .map((line) => ({ line, row })),
            );
            expect(distinct).toBe(new Set(lines.map(({ line }) => line)).size);
            for (const one of companions) {
              const met = lines.filter(({ line }) => line === one.value);
              expect(one.count).toBe(met.length);
              expect(one.first).toBe(table.ref[met[0]?.row ?? -1]);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
