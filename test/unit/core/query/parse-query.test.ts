import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allTime,
  everything,
  filterFields,
  type Filter,
  type FilterField,
} from '../../../../renderer/core/query/filter.ts';
import { hasConditions, parseQuery } from '../../../../renderer/core/query/parse-query.ts';
import { inEnglish } from '../../../../renderer/core/words/phrase.ts';
import { printQuery } from '../../../../renderer/core/query/print-query.ts';
import {
  fieldNames,
  fixedValues,
  shortName,
} from '../../../../renderer/core/query/query-fields.ts';
import { Selections } from '../../../../renderer/core/query/selections.ts';
import { tableOf } from '../../../fixtures/events.ts';
import { plainRows } from '../../../fixtures/plain-filter.ts';
import { randomEvents, randomFilter } from '../../../fixtures/random-events.ts';

const nothing = { terms: [], span: undefined, words: '', scope: undefined, problems: [] };
const parse = (text: string) => parseQuery(text, 'UTC');

/** The filter that a query without problems is. */
function filterOf(text: string, scope: Filter['scope'], zone = 'UTC'): Filter {
  const { terms, span, words, problems } = parseQuery(text, zone);
  expect(problems).toEqual([]);
  return { scope, terms, span, text: words };
}

describe('parseQuery', () => {
  it('reads a whole question', () => {
    const text =
      'ip:198.51.100.0/24 key:AKIA* -name:Describe* outcome:denied lb:my-lb ' +
      'after:2026-05-01T10:00 "redirect to" scope:all';
    expect(parse(text)).toEqual({
      terms: [
        { field: 'sourceIp', value: '198.51.100.0/24', exclude: false },
        { field: 'accessKey', value: 'AKIA*', exclude: false },
        { field: 'eventName', value: 'Describe*', exclude: true },
        { field: 'outcome', value: 'denied', exclude: false },
        { field: 'loadBalancer', value: 'my-lb', exclude: false },
      ],
      span: { start: Date.UTC(2026, 4, 1, 10), end: allTime.end },
      words: '"redirect to"',
      scope: 'all',
      problems: [],
    });
  });

  it('takes times for those of the zone, the last of a kind for the one meant', () => {
    const { span } = parseQuery('after:2026 after:2026-05-01T10:00 before:2027', 'Asia/Tokyo');
    expect(span).toEqual({ start: Date.UTC(2026, 4, 1, 1), end: Date.UTC(2026, 11, 31, 15) });
  });

  it('keeps together what stands in quotes, and colons and letters as they are', () => {
    const valueOf = (text: string) => parse(text).terms[0]?.value;
    expect(valueOf('agent:"aws-cli/2.17 Python/3"')).toBe('aws-cli/2.17 Python/3');
    expect(valueOf('agent:"not closed')).toBe('not closed');
    expect(valueOf('agent:"say ""hi"""')).toBe('say "hi"');
    expect(valueOf(String.raw`agent:"a\u{202e}b\u{110000}\n"`)).toBe('a\u202eb\\u{110000}\\n');
    expect(valueOf('ip: 2001:DB8::1')).toBe('2001:DB8::1');
    expect(valueOf('arn:"" curl')).toBe('');
    expect(valueOf('identity: arn:aws:iam::1:user/x')).toBe('arn:aws:iam::1:user/x');
  });

  it('reads event ids, whatever the case of their letters', () => {
    const id = '6F1E8A52-0000-4000-8000-0123456789AB';
    expect(parse(`-id:${id}`).terms).toEqual([
      { field: 'eventId', value: id.toLowerCase(), exclude: true },
    ]);
  });

  it('writes outcomes small, as the field’s values are', () => {
    expect(parse('Outcome:Denied').terms[0]?.value).toBe('denied');
  });

  it.each([
    ...['DescribeRules', 'https://example.com/a', 'arn:aws:iam::111122223333:role/deploy'],
    ...['arn:aws-us-gov:iam::1:user/x', '2001:db8::1', '"foo:bar baz"', ':x', 'a"b: c'],
  ])('takes %j for words', (text) => {
    expect(parse(text)).toEqual({ ...nothing, words: text });
    expect(hasConditions(text)).toBe(false);
  });

  it.each([
    ['x foo:bar', 'no field foo: ip, key, tool', 'foo:'],
    ['-nome:X', 'no field nome', '-nome:'],
    ['__proto__:x constructor:x', 'no field constructor', 'constructor:'],
    ['ip:203.0.113.0/33 x', '203.0.113.0/33 is no address block', '203.0.113.0/33'],
    ['-ip:2001:db8::/129', 'is no address block', '2001:db8::/129'],
    ['ip:300.1.1.1/8', 'is no address block', '300.1.1.1/8'],
    ['ip:10.0.0.0/', 'is no address block', '10.0.0.0/'],
    ['ip:300.1.1.1', '300.1.1.1 is no address', '300.1.1.1'],
    ['ip:1.2.3.4.5', '1.2.3.4.5 is no address', '1.2.3.4.5'],
    ['-ip:10..1', '10..1 is no address', '10..1'],
    ['id:6f1e8a52', 'no whole event ID', '6f1e8a52'],
    ['outcome:odd', 'odd is no outcome: read, write, failed, denied', 'odd'],
    ['access:all', 'all is no access: read, write', 'all'],
    ['curl lb:', 'no value after lb:', 'lb:'],
    ['after:yesterday', 'yesterday is no time', 'after:yesterday'],
    ['after:2026-02-30', '2026-02-30 is no time', 'after:2026-02-30'],
    ['-before:2026', 'before: can’t be left out', '-before:2026'],
    ['scope:ec2', 'ec2 is no scope', 'scope:ec2'],
    ['after:2026 x before:2025', 'no time after the one', 'before:2025'],
  ])('says what is wrong with %j, and where', (text, message, word) => {
    const read = parse(text);
    expect(read.terms).toEqual([]);
    expect(read.problems).toHaveLength(1);
    const [problem] = read.problems;
    expect(problem && inEnglish(problem.what)).toContain(message);
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe(word);
  });

  it('takes addresses with a star, hosts, and blocks in quotes for what they are', () => {
    const read = parse('ip:10.0.*/8 ip:ecs.amazonaws.com ip:"10.0.0.0/99" ip:"300.1.1.1" ip:10.1.');
    expect(read.problems).toEqual([]);
  });

  it('places every problem within any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { span } of parse(text).problems) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(span.end).toBeGreaterThan(span.start);
        }
      }),
    );
  });
});

const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('a "b"', '"', '""', '\\u{41}', 'x\ny', '\u202e', '//a', ' ', '\\', '*', '\\*'),
);

/** Filters as chips hold them: any value of evidence, whatever is in it. */
const anyFilter: fc.Arbitrary<Filter> = fc.record({
  scope: fc.constant('all'),
  span: fc.option(
    fc
      .tuple(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 1, max: 1e12 }), fc.nat(2))
      .map(([start, length, open]) => ({
        start: open === 1 ? allTime.start : start,
        end: open === 2 ? allTime.end : start + length,
      })),
    { nil: undefined },
  ),
  terms: fc.array(
    fc.constantFrom(...filterFields).chain((field) =>
      fc.record({
        field: fc.constant(field),
        value: valuesTyped(field),
        exclude: fc.boolean(),
      }),
    ),
    { maxLength: 4 },
  ),
  text: fc.constantFrom('', 'curl', '"two words" x', 'arn:aws:iam::1:user/x'),
});

function valuesTyped(field: FilterField): fc.Arbitrary<string> {
  const values = fixedValues(field);
  if (values !== undefined) return fc.constantFrom(...values);
  if (field === 'eventId') return fc.uuid();
  // Nothing to look for is no condition on a record.
  return field === 'record' ? hostileText.filter((text) => text !== '') : hostileText;
}

/** Random filters but for outcomes that there are not, which can be held and not typed. */
const typeableFilter = randomFilter.map((filter) => {
  const terms = filter.terms.filter(
    ({ field, value }) => fixedValues(field)?.includes(value) !== false,
  );
  return { ...filter, terms };
});

describe('printQuery', () => {
  it('is read back as the same filter', () => {
    const zones = fc.constantFrom('UTC', 'Asia/Tokyo', 'America/New_York');
    fc.assert(
      fc.property(anyFilter, zones, (filter, zone) => {
        expect(filterOf(printQuery(filter, zone), 'all', zone)).toEqual(filter);
      }),
      { numRuns: 1000 },
    );
  });

  it('stands on one line and shows what is hidden', () => {
    const term = { field: 'userAgent', value: 'a\n\u202eb "c"', exclude: true } as const;
    const text = printQuery({ ...everything, terms: [term] }, 'UTC');
    expect(text).toBe(String.raw`-agent:"a\u{a}\u{202e}b ""c"""`);
  });

  it('selects what the filter selects, asked event by event', () => {
    fc.assert(
      fc.property(randomEvents, typeableFilter, (events, filter) => {
        const read = filterOf(printQuery(filter, 'UTC'), filter.scope);
        const table = tableOf(events);
        const rows = [...new Selections(table).rows(read)];
        expect(rows).toEqual(plainRows(table, events, filter));
      }),
      { numRuns: 300 },
    );
  });
});

describe('parseQuery: what is in no record', () => {
  it('reads marks and verdicts', () => {
    expect(parse('is:starred has:Note tag:"second wave" -integrity:altered')).toMatchObject({
      problems: [],
      terms: [
        { field: 'is', value: 'starred', exclude: false },
        { field: 'has', value: 'note', exclude: false },
        { field: 'tag', value: 'second wave', exclude: false },
        { field: 'integrity', value: 'altered', exclude: true },
      ],
    });
  });

  it('says what there is where a value is none of them', () => {
    const [problem] = parse('integrity:fine').problems;
    expect(problem && inEnglish(problem.what)).toContain('fine is no integrity: altered, unlisted');
    expect(parse('is:noted').problems).toHaveLength(1);
  });
});

describe('shortName', () => {
  it('has a name for every field, that leads back to it', () => {
    expect(fieldNames.map(([field]) => field).toSorted()).toEqual([...filterFields].toSorted());
    for (const field of filterFields) {
      const free = field === 'eventId' ? '6f1e8a52-0000-4000-8000-0123456789ab' : 'anything';
      const [value = free] = fixedValues(field) ?? [];
      expect(parse(`${shortName(field)}:${value}`).terms[0]?.field).toBe(field);
    }
  });
});
