import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRow, rowText } from '../../../../renderer/core/case-file/row-text.ts';

const noBlobs = (): string => {
  throw new Error('there is no Blob');
};
const again = (row: object): unknown => parseRow(rowText(row, noBlobs)).row;

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.constantFrom(undefined, null, true, false, -0, NaN, Infinity),
    fc.uint8Array(),
    fc.uint16Array(),
    fc.uint32Array(),
    fc.float64Array(),
    fc.array(tie('any')),
    fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('$', '__proto__', 'constructor')),
      tie('any'),
      {
        noNullPrototype: true,
      },
    ),
    fc.array(fc.tuple(fc.string(), tie('any'))).map((pairs) => new Map(pairs)),
  ),
})).any;

describe('rowText', () => {
  it('gives back every row that a database can hold, undefined members and all', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1 }), value, { noNullPrototype: true }),
        (row) => {
          // Vitest's own comparison is misled by a member that is called `constructor`.
          expect(isDeepStrictEqual(again(row), row)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes only the part of a buffer that an array looks at', () => {
    const part = new Uint16Array(Uint16Array.of(1, 2, 3, 4).buffer, 2, 2);
    expect(again({ part })).toStrictEqual({ part: Uint16Array.of(2, 3) });
  });

  it('leaves a Blob to the file, and names where it is', () => {
    const text = rowText({ source: 3, blob: new Blob(['abc']) }, (member) => `evidence/${member}`);
    expect(parseRow(text).blobs).toEqual([{ member: 'blob', entry: 'evidence/blob', bytes: 3 }]);
  });

  it('refuses what it could not give back', () => {
    expect(() => rowText({ deep: { blob: new Blob([]) } }, noBlobs)).toThrow('Blob');
    expect(() => rowText({ when: new Date(0) }, noBlobs)).toThrow('Date');
  });

  it('lets nothing be inherited from a file', () => {
    const { row } = parseRow('{"a":{"__proto__":{"owned":true}}}');
    expect(Object.getPrototypeOf(row['a'])).toBe(Object.prototype);
    expect('owned' in (row['a'] as object)).toBe(false);
  });
});
