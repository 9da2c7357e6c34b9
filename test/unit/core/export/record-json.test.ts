import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordJson } from '../../../../renderer/core/export/record-json.ts';

describe('recordJson', () => {
  it('takes white space out, and changes nothing else', () => {
    const raw = '{ "b": 1.0,\n "a": [1, 2], "b": 12345678901234567890, "10": 1, "2": 2 }';
    expect(recordJson(raw, false)?.json).toBe(
      '{"b":1.0,"a":[1,2],"b":12345678901234567890,"10":1,"2":2}',
    );
    const compact = '{"a":"x y","n":1}';
    expect(recordJson(compact, false)).toEqual({ json: compact, redacted: 0 });
  });

  it('finds the record in a text of a text', () => {
    const record = '{"eventID":"1"}';
    const raw = JSON.stringify(JSON.stringify(record));
    expect(recordJson(raw, false)?.json).toBe(record);
  });

  it('has nothing for what is no JSON object', () => {
    for (const raw of ['', 'a,b', '17', '"text"', 'null', '{"cut":']) {
      expect(recordJson(raw, true)).toBeUndefined();
    }
  });

  it('is the same however the record was spaced', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(4), (value, indent) => {
        const spaced = recordJson(JSON.stringify(value, undefined, indent), false);
        expect(spaced?.json).toBe(JSON.stringify(value));
      }),
      { numRuns: 50 },
    );
  });
});
