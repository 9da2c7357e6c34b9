import { describe, expect, it } from 'vitest';
import { filterFields } from '../../../renderer/core/query/filter.ts';
import {
  fieldNames,
  hasConditions,
  readTyped,
  shortName,
} from '../../../renderer/state/term-syntax.ts';

describe('readTyped', () => {
  it('reads a field and a value', () => {
    expect(readTyped('ip:10.0.0.0/8')).toEqual({
      terms: [{ field: 'sourceIp', value: '10.0.0.0/8', exclude: false }],
      ...{ words: '', problems: [] },
    });
  });

  it('reads several conditions, and the words among them', () => {
    expect(readTyped('curl ip:203.0.113.77 -event:Describe* "two words"')).toEqual({
      terms: [
        { field: 'sourceIp', value: '203.0.113.77', exclude: false },
        { field: 'eventName', value: 'Describe*', exclude: true },
      ],
      ...{ words: 'curl "two words"', problems: [] },
    });
  });

  it('keeps together what stands in quotes, and colons and letters as they are', () => {
    const valueOf = (text: string) => readTyped(text).terms[0]?.value;
    expect(valueOf('agent:"aws-cli/2.17 Python/3"')).toBe('aws-cli/2.17 Python/3');
    expect(valueOf('agent:"not closed')).toBe('not closed');
    expect(valueOf('ip: 2001:DB8::1')).toBe('2001:DB8::1');
    expect(valueOf('arn:"" curl')).toBe('');
    expect(valueOf('identity: arn:aws:iam::1:user/x')).toBe('arn:aws:iam::1:user/x');
  });

  it('writes outcomes small, as the field’s values are', () => {
    expect(readTyped('Outcome:Denied').terms[0]?.value).toBe('denied');
  });

  it.each([
    'DescribeRules',
    'https://example.com/a',
    'arn:aws:iam::111122223333:role/deploy',
    'arn:aws-us-gov:iam::1:user/x',
    '2001:db8::1',
    '"foo:bar baz"',
    ':x',
    'a"b: c',
  ])('takes %j for words', (text) => {
    expect(readTyped(text)).toEqual({ terms: [], words: text, problems: [] });
    expect(hasConditions(text)).toBe(false);
  });

  it.each([
    ['foo:bar', 'no field foo: ip, key, tool'],
    ['name:X', 'no field name'],
    ['after:2026-01-01', 'no field after'],
    ['__proto__:x constructor:x', 'no field constructor'],
    ['ip:203.0.113.0/33', '203.0.113.0/33 is no address block'],
    ['-ip:2001:db8::/129', 'is no address block'],
    ['ip:300.1.1.1/8', 'is no address block'],
    ['ip:10.0.0.0/', 'is no address block'],
    ['outcome:odd', 'odd is no outcome: read, write, failed, denied'],
    ['access:all', 'all is no access: read, write'],
    ['lb:', 'no value after lb:'],
  ])('says what is wrong with %j', (text, problem) => {
    const read = readTyped(text);
    expect(read.terms).toEqual([]);
    expect(read.problems.join()).toContain(problem);
  });

  it('takes addresses with a star, and hosts, for what they are', () => {
    expect(readTyped('ip:10.0.*/8 ip:ecs.amazonaws.com').problems).toEqual([]);
  });
});

describe('hasConditions', () => {
  it('knows a condition before its value is typed, and leaves free text alone', () => {
    expect(['ip:', '-lb:sh', 'Key:AKIA', 'curl ip:'].map(hasConditions)).toEqual([
      ...[true, true, true, true],
    ]);
    expect(['ip', 'https://a', 'arn', ''].map(hasConditions)).toEqual([false, false, false, false]);
  });
});

describe('shortName', () => {
  it('has a name for every field, that leads back to it', () => {
    expect(fieldNames.map(([field]) => field).toSorted()).toEqual([...filterFields].toSorted());
    for (const field of filterFields) {
      expect(readTyped(`${shortName(field)}:read`).terms[0]?.field).toBe(field);
    }
  });
});
