import { describe, expect, it } from 'vitest';
import { filterFields } from '../../../renderer/core/query/filter.ts';
import {
  fieldNames,
  isTermText,
  parseTerm,
  shortName,
} from '../../../renderer/state/term-syntax.ts';

describe('parseTerm', () => {
  it('reads a field and a value', () => {
    expect(parseTerm('ip:10.0.0.0/8')).toEqual({
      ...{ field: 'sourceIp', value: '10.0.0.0/8', exclude: false },
    });
    expect(parseTerm('-event:Describe*')).toEqual({
      ...{ field: 'eventName', value: 'Describe*', exclude: true },
    });
  });

  it('keeps colons, spaces and letters of the value as they are', () => {
    expect(parseTerm('ip: 2001:DB8::1 ')?.value).toBe('2001:DB8::1');
    expect(parseTerm('agent:aws-cli/2.17 Python')?.value).toBe('aws-cli/2.17 Python');
  });

  it('writes outcomes small, as the field’s values are', () => {
    expect(parseTerm('Outcome:Denied')?.value).toBe('denied');
  });

  it.each(['', 'DescribeRules', 'ip:', 'unknown:1', 'http://x', ':x', '__proto__:x'])(
    'takes %j for no condition',
    (text) => {
      expect(parseTerm(text)).toBeUndefined();
    },
  );
});

describe('isTermText', () => {
  it('knows a condition before its value is typed, and leaves free text alone', () => {
    expect(['ip:', '-lb:sh', 'Key:AKIA'].map(isTermText)).toEqual([true, true, true]);
    expect(['ip', 'https://a', 'arn', ''].map(isTermText)).toEqual([false, false, false, false]);
  });
});

describe('shortName', () => {
  it('has a name for every field, that leads back to it', () => {
    expect(fieldNames.map(([field]) => field).toSorted()).toEqual([...filterFields].toSorted());
    for (const field of filterFields) {
      expect(parseTerm(`${shortName(field)}:x`)?.field).toBe(field);
    }
  });
});
