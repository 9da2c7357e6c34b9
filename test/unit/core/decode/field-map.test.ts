import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fieldIndex,
  FieldMap,
  type FieldTree,
} from '../../../../renderer/core/decode/field-map.ts';
import { JsonScanner } from '../../../../renderer/core/decode/json-scanner.ts';

const tree: FieldTree = {
  a: { slot: 0 },
  b: { slot: 1, within: { c: { slot: 2 }, d: { within: { e: { slot: 3 } } } } },
};

/** The JSON texts found, slot by slot. */
function found(text: string): (string | undefined)[] {
  const bytes = new TextEncoder().encode(`${text}\0`);
  const scanner = new JsonScanner();
  scanner.reset(bytes, bytes.length - 1);
  const fields = new FieldMap(fieldIndex(tree, 4));
  expect(fields.scan(scanner, 0)).toBe(bytes.length - 1);
  return [0, 1, 2, 3].map((slot) => {
    const start = fields.start[slot] ?? -1;
    return start < 0 ? undefined : new TextDecoder().decode(bytes.slice(start, fields.end[slot]));
  });
}

describe('FieldMap', () => {
  it('finds members at every depth and leaves the rest', () => {
    expect(found('{"x":{"a":9},"a":1,"b":{"c":[2],"d":{"e":"3","c":0}}}')).toEqual([
      '1',
      '{"c":[2],"d":{"e":"3","c":0}}',
      '[2]',
      '"3"',
    ]);
  });

  it('knows a member whose name is written with escapes', () => {
    expect(found('{"\\u0061":1}')[0]).toBe('1');
  });

  it('agrees with JSON.parse on any object, repeated members included', () => {
    const member = fc.tuple(
      fc.constantFrom('a', 'b', 'c', 'd', 'e', 'toString', '__proto__'),
      fc.constantFrom('1', '"x"', 'null', '{}', '{"c":5}', '{"d":{"e":6},"c":7}', '{"d":8}', '[]'),
    );
    fc.assert(
      fc.property(fc.array(member, { maxLength: 6 }), (members) => {
        const text = `{${members.map(([name, value]) => `"${name}": ${value}`).join(' , ')}}`;
        // The reviver gives own members only, `__proto__` among them.
        const value = JSON.parse(text) as { a?: unknown; b?: { c?: unknown; d?: { e?: unknown } } };
        const own = (name: 'a' | 'b'): unknown =>
          Object.hasOwn(value, name) ? value[name] : undefined;
        const expected = [own('a'), own('b'), value.b?.c, value.b?.d?.e];
        const got = found(text).map((json) =>
          json === undefined ? undefined : (JSON.parse(json) as unknown),
        );
        expect(got).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });
});
