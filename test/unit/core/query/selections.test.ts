import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noAddedColumns } from '../../../../renderer/core/query/added-columns.ts';
import {
  byTime,
  elbOnly,
  everything,
  eventFields,
  type Filter,
  type SortColumn,
  type Term,
} from '../../../../renderer/core/query/filter.ts';
import { Selections } from '../../../../renderer/core/query/selections.ts';
import { exactValue } from '../../../../renderer/core/query/value-pattern.ts';
import { outcomeOf, textColumns } from '../../../../renderer/core/table/columns.ts';
import { textAt, type EventTable } from '../../../../renderer/core/table/event-table.ts';
import { eventTable, tableOf } from '../../../fixtures/events.ts';
import { plainRows, valuesOfEvent } from '../../../fixtures/plain-filter.ts';
import { randomEvents, randomFilter } from '../../../fixtures/random-events.ts';

const table = eventTable(`
  time | is           | eventName    | sourceIp    | userAgent            | loadBalancer | errorCode
  1000 | elb readOnly | DescribeLBs  | 203.0.113.9 | Boto3/1.34           |              |
  2000 | elb          | CreateRule   | 203.0.113.9 | aws-cli/2.17         | lb-a         |
  3000 | elb denied   | DeleteLB     | 198.51.1.1  | *                    | lb-b         | AccessDenied
  4000 |              | RunInstances | 198.51.1.1  | HashiCorp Terraform  |              |
  5000 | elb failed   | SetRules     |             | aws-cli/2.17 command | lb-a         | RuleNotFound
`);

function namesOf(filter: Filter): readonly string[] {
  const rows = new Selections(table).rows(filter);
  return Array.from(rows, (row) => textAt(table, 'eventName', row));
}

function include(field: Term['field'], value: string): Term {
  return { field, value, exclude: false };
}

function exclude(field: Term['field'], value: string): Term {
  return { field, value, exclude: true };
}

const withTerms = (...terms: readonly Term[]): Filter => ({ ...everything, terms });

describe('Selections.rows', () => {
  it('agrees with asking every event', () => {
    fc.assert(
      fc.property(randomEvents, randomFilter, (events, filter) => {
        const random = tableOf(events);
        const rows = new Selections(random).rows(filter);
        expect([...rows]).toEqual(plainRows(random, events, filter));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps to Elastic Load Balancing where asked', () => {
    expect(namesOf(elbOnly)).toEqual(['DescribeLBs', 'CreateRule', 'DeleteLB', 'SetRules']);
  });

  it('takes any of the values of a field, and all of the fields', () => {
    const filter = withTerms(
      include('sourceIp', '203.0.113.9'),
      include('sourceIp', ''),
      include('outcome', 'write'),
      include('outcome', 'failed'),
    );
    expect(namesOf(filter)).toEqual(['CreateRule', 'SetRules']);
  });

  it('leaves out what a term excludes, included or not', () => {
    const filter = withTerms(include('sourceIp', '203.0.113.0/24'), exclude('access', 'read'));
    expect(namesOf(filter)).toEqual(['CreateRule']);
  });

  it('takes the start of a span and leaves its end', () => {
    expect(namesOf({ ...everything, span: { start: 2000, end: 4000 } })).toEqual([
      'CreateRule',
      'DeleteLB',
    ]);
  });

  it('compares whole values to the letter and wildcards in any case', () => {
    expect(namesOf(withTerms(include('userAgent', 'boto3/1.34')))).toEqual([]);
    expect(namesOf(withTerms(include('userAgent', 'boto3*')))).toEqual(['DescribeLBs']);
  });

  it('does not let a star sent by an attacker stand for everything', () => {
    expect(namesOf(withTerms(include('userAgent', exactValue('*'))))).toEqual(['DeleteLB']);
  });

  it('asks for events that have the field at all with a lone star', () => {
    expect(namesOf(withTerms(include('errorCode', '*')))).toEqual(['DeleteLB', 'SetRules']);
    expect(namesOf(withTerms(include('sourceIp', '')))).toEqual(['SetRules']);
  });

  it('wants every word of the text, in whatever column and case', () => {
    expect(namesOf({ ...everything, text: 'AWS-cli rule' })).toEqual(['CreateRule', 'SetRules']);
    expect(namesOf({ ...everything, text: '  ' })).toHaveLength(5);
    expect(namesOf({ ...everything, text: '""' })).toHaveLength(5);
  });

  it('keeps words in quotes together', () => {
    expect(namesOf({ ...everything, text: '"corp terra"' })).toEqual(['RunInstances']);
    expect(namesOf({ ...everything, text: '"corp terra' })).toEqual(['RunInstances']);
    expect(namesOf({ ...everything, text: '"terraform hashicorp"' })).toEqual([]);
    expect(namesOf({ ...everything, text: 'terraform "hashi"' })).toEqual(['RunInstances']);
  });

  it('selects nothing by a value that no event has', () => {
    expect(namesOf(withTerms(include('outcome', 'sideways')))).toEqual([]);
    expect(namesOf(withTerms(include('accessKey', 'AKIA')))).toEqual([]);
  });

  it('gives the same rows again for the same filter, however it is written down', () => {
    const selections = new Selections(table);
    const rows = selections.rows({ scope: 'elb', span: undefined, terms: [], text: '' });
    expect(selections.rows({ text: '', terms: [], span: undefined, scope: 'elb' })).toBe(rows);
  });

  it('tells filters apart that differ in a single word', () => {
    fc.assert(
      fc.property(randomEvents, fc.array(randomFilter, { minLength: 2 }), (events, filters) => {
        const random = tableOf(events);
        const selections = new Selections(random);
        for (const filter of [...filters, ...filters]) {
          expect([...selections.rows(filter)]).toEqual(plainRows(random, events, filter));
        }
      }),
    );
  });
});

function sortKey(of: EventTable, column: SortColumn, row: number): number | string {
  if (column === 'time') return of.time[row] ?? 0;
  return column === 'outcome' ? outcomeOf(of.flags[row] ?? 0) : textAt(of, column, row);
}

const randomSort = fc.record({
  column: fc.constantFrom<SortColumn>('time', 'outcome', ...textColumns),
  descending: fc.boolean(),
});

describe('Selections.sorted', () => {
  it('agrees with a sort by comparison, ties in time order', () => {
    fc.assert(
      fc.property(randomEvents, randomFilter, randomSort, (events, filter, sort) => {
        const random = tableOf(events);
        const selections = new Selections(random);
        const { column, descending } = sort;
        const expected = plainRows(random, events, filter).toSorted((a, b) => {
          const [one, other] = [sortKey(random, column, a), sortKey(random, column, b)];
          const order = one < other ? -1 : one > other ? 1 : 0;
          if (column === 'time' && descending) return b - a;
          return (descending ? -order : order) || a - b;
        });
        expect([...selections.sorted(filter, sort)]).toEqual(expected);
        expect([...selections.rows(filter)]).toEqual(plainRows(random, events, filter));
      }),
    );
  });
});

describe('Selections with added columns', () => {
  const asTag = (filter: Filter): Filter => ({
    ...filter,
    terms: filter.terms.map((term) =>
      term.field === 'loadBalancer' ? { ...term, field: 'tag' } : term,
    ),
  });

  it('filters and counts by them as by a column of the events', () => {
    fc.assert(
      fc.property(randomEvents, randomFilter, (events, filter) => {
        const random = tableOf(events);
        const selections = new Selections(random);
        const { texts } = random.dictionaries.loadBalancer;
        const tag = { ids: random.text.loadBalancer, texts };
        selections.setAdded({ ...noAddedColumns(random.rows), tag });
        const tagged = asTag(filter);
        expect(selections.rows(tagged)).toEqual(selections.rows(filter));
        const choice = { limit: 99, containing: '', presentOnly: true };
        const { values } = selections.facet(filter, 'loadBalancer', choice);
        expect(selections.facet(tagged, 'tag', choice).values).toEqual(values);
      }),
    );
  });

  it('selects anew when other values are known', () => {
    const selections = new Selections(table);
    const filter = withTerms(include('is', 'starred'));
    expect(selections.rows(filter)).toHaveLength(0);
    const is = { ids: Uint32Array.of(0, 1, 0, 0, 1), texts: ['', 'starred'] };
    selections.setAdded({ ...noAddedColumns(5), is });
    expect([...selections.rows(filter)]).toEqual([1, 4]);
    expect([...selections.rows(withTerms(exclude('is', 'starred')))]).toEqual([0, 2, 3]);
  });
});

describe('Selections.place', () => {
  it('is where the event stands in the sorted selection', () => {
    fc.assert(
      fc.property(randomEvents, randomFilter, randomSort, (events, filter, sort) => {
        const random = tableOf(events);
        const selections = new Selections(random);
        const sorted = selections.sorted(filter, sort);
        for (const [ref, row] of random.rowOfRef.entries()) {
          const place = sorted.indexOf(row);
          expect(selections.place(filter, sort, ref)).toBe(place < 0 ? undefined : place);
        }
      }),
    );
  });

  it('is undefined for an event that there is not', () => {
    expect(new Selections(table).place(everything, byTime, 99)).toBeUndefined();
  });
});

describe('Selections.facet', () => {
  it('agrees with counting in a Map, without the terms of its own field', () => {
    fc.assert(
      fc.property(
        randomEvents,
        randomFilter,
        fc.constantFrom(...eventFields),
        fc.constantFrom('', 'a', 'AKIA'),
        (events, filter, field, containing) => {
          const random = tableOf(events);
          const terms = filter.terms.filter((term) => term.field !== field);
          const counts = new Map<string, number>();
          for (const row of plainRows(random, events, { ...filter, terms })) {
            const event = events[random.ref[row] ?? 0] ?? { time: 0 };
            for (const value of valuesOfEvent(event, field)) {
              if (!value.toLowerCase().includes(containing.toLowerCase())) continue;
              counts.set(value, (counts.get(value) ?? 0) + 1);
            }
          }
          const values = [...counts]
            .map(([value, count]) => ({ value, count }))
            .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
          expect(new Selections(random).facet(filter, field, { limit: 3, containing })).toEqual({
            field,
            values: values.slice(0, 3),
            distinct: values.length,
          });
        },
      ),
    );
  });

  it('promises what choosing the value then finds', () => {
    fc.assert(
      fc.property(
        randomEvents,
        randomFilter,
        fc.constantFrom(...eventFields),
        (events, filter, field) => {
          const selections = new Selections(tableOf(events));
          const others = filter.terms.filter((term) => term.field !== field);
          const { values } = selections.facet(filter, field, { limit: 50, containing: '' });
          for (const { value, count } of values) {
            const terms = [...others, include(field, exactValue(value))];
            expect(selections.rows({ ...filter, terms })).toHaveLength(count);
          }
        },
      ),
    );
  });
});
