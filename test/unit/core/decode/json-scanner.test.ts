import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonScanner } from '../../../../renderer/core/decode/json-scanner.ts';

const scanner = new JsonScanner({
  a: { slot: 0 },
  b: { slot: 1, within: { c: { slot: 2 }, d: { within: { e: { slot: 3 } } } } },
});
const maxNesting = 1000;

/** Whether the scanner takes the whole text as one JSON value, white space around it aside. */
function takes(text: string): boolean {
  scanner.resetText(text);
  const end = scanner.skipValue(0);
  return end >= 0 && scanner.skipSpace(end) === scanner.end;
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('JsonScanner', () => {
  it('takes every JSON text', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (text, indent) => {
        expect(takes(JSON.stringify(JSON.parse(text), null, indent))).toBe(true);
      }),
    );
  });

  it('agrees with JSON.parse on texts that are nearly JSON', () => {
    const token = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"a"', '"\\u12g4"', '"\\n"', '"\\x"', '"\u0001"', '1', '-'],
      ...['01', '1.', '1.5e', '-0.5E+3', 'true', 'nul', 'null', ' ', '\n', '"', '\\', '\u00a0'],
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        const text = tokens.join('');
        expect(takes(text)).toBe(parses(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it('agrees with JSON.parse on JSON with one character changed', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 1 }), (text, at, other) => {
        const place = at % text.length;
        const changed = text.slice(0, place) + other + text.slice(place + 1);
        expect(takes(changed)).toBe(parses(changed));
      }),
      { numRuns: 2_000 },
    );
  });

  it('says that the data ended, not that it is wrong, wherever JSON is cut', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(), (value, at) => {
        const bytes = new TextEncoder().encode(JSON.stringify(value));
        const cut = bytes.slice(0, (at % (bytes.length - 1)) + 1);
        scanner.reset(cut, cut.length);
        expect(scanner.skipValue(0)).toBe(-1);
        expect(scanner.cut).toBe(true);
      }),
    );
  });

  it('refuses nesting that no record has', () => {
    expect(takes('['.repeat(maxNesting) + ']'.repeat(maxNesting))).toBe(true);
    expect(takes('['.repeat(maxNesting + 1) + ']'.repeat(maxNesting + 1))).toBe(false);
  });
});

/** The JSON texts found, slot by slot. */
function found(text: string): (string | undefined)[] {
  scanner.resetText(text);
  const fields = scanner.fields(0);
  expect(scanner.scanObject(0, fields)).toBe(scanner.end);
  return [0, 1, 2, 3].map((slot) => {
    const start = fields.start[slot] ?? -1;
    if (start < 0) return undefined;
    return new TextDecoder().decode(scanner.bytes.slice(start, fields.end[slot]));
  });
}

describe('JsonScanner on an object', () => {
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

describe('JsonScanner on texts', () => {
  const wanted = [
    { slot: 0, kind: 1 },
    { slot: 2, kind: 1 },
    { slot: 3, kind: 2 },
  ];

  /** The number of each text of `{"a":…,"b":{"c":…,"d":{"e":…}}}`, remembered after the first time. */
  function numbers(values: readonly string[], texts: Map<string, number>): number[] {
    const [a, c, e] = values.map((value) => JSON.stringify(value));
    scanner.resetText(`{"a":${a},"b":{"c":${c},"d":{"e":${e}}}}`);
    const fields = scanner.fields(0);
    scanner.scanObject(0, fields);
    const areKnown = scanner.numberTexts(fields);
    const found = wanted.map(({ slot }) => fields.text[slot] ?? -1);
    if (areKnown !== found.every((number) => number >= 0)) throw new Error('not all are known');
    return wanted.map(({ slot, kind }, place) => {
      const number = found[place] ?? -1;
      if (number >= 0) return number;
      const key = `${kind}${values[place]}`;
      const next = texts.get(key) ?? texts.size + 1;
      texts.set(key, next);
      const [start = 0, end = 0] = [fields.start[slot], fields.end[slot]];
      scanner.rememberText(kind, start + 1, end - 1, next);
      return next;
    });
  }

  /** Numbers them all, and holds each answer to a plain map. */
  function expectAsMap(rows: readonly (readonly string[])[]): void {
    scanner.lendTexts({}, wanted);
    const texts = new Map<string, number>();
    const wrong: unknown[] = [];
    for (const values of rows) {
      const expected = numbers(values, texts).map((number, place) => [
        number,
        values[place] === '' ? 0 : texts.get(`${wanted[place]?.kind}${values[place]}`),
      ]);
      for (const [number, plain] of expected) if (number !== plain) wrong.push(values);
    }
    expect(wrong).toEqual([]);
  }

  it('remembers numbers by kind and text, and never takes one text for another', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom('', 'a', 'aaaaaaaa', 'aaaaaaaaa', 'x'.repeat(1024), 'x'.repeat(1025), 'null'),
    );
    fc.assert(fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 50 }), expectAsMap), {
      numRuns: 200,
    });
  });

  it('stays right when there are more texts than it can remember', () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => {
      const number = (i * 7919) % 30_000;
      return [`role-${number}`, `10.${number}.1`, `session ${number} `.repeat(4)];
    });
    expectAsMap(rows);
  });

  it('knows texts again that were remembered', () => {
    scanner.lendTexts({}, wanted);
    const texts = new Map<string, number>();
    numbers(['one', 'two', 'three'], texts);
    scanner.resetText('{"b":{"c":"two"},"a":"one"}');
    const fields = scanner.fields(0);
    scanner.scanObject(0, fields);
    expect(scanner.numberTexts(fields)).toBe(true);
    expect([0, 2, 3].map((slot) => fields.text[slot])).toEqual([1, 2, 0]);
  });

  it('forgets the numbers that another gave', () => {
    scanner.lendTexts({}, wanted);
    numbers(['one', 'two', 'three'], new Map());
    scanner.lendTexts({}, wanted);
    const fields = scanner.fields(0);
    expect(scanner.numberTexts(fields)).toBe(false);
  });
});
