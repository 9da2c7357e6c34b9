import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextFinder } from '../../../../renderer/core/decode/text-finder.ts';

function isFound(text: string, record: string): boolean {
  // Other records lie around it, and must not be looked at.
  const before = new TextEncoder().encode(`{"other":"${'x'.repeat(10)}"}`);
  const bytes = new TextEncoder().encode(record);
  const all = new Uint8Array(before.length * 2 + bytes.length);
  all.set(before);
  all.set(bytes, before.length);
  all.set(before, before.length + bytes.length);
  return new TextFinder(text).isIn(all, before.length, before.length + bytes.length);
}

describe('TextFinder', () => {
  it('finds a text whatever the case of letters, and only in the record', () => {
    expect(isFound('redirect', '{"Type":"Redirect"}')).toBe(true);
    expect(isFound('type":"RED', '{"Type":"Redirect"}')).toBe(true);
    expect(isFound('}', '{"Type":"Redirect"}')).toBe(true);
    expect(isFound('other', '{"Type":"Redirect"}')).toBe(false);
    expect(isFound('redirects', '{"Type":"Redirect"}')).toBe(false);
    expect(isFound('@', '{"a":"`"}')).toBe(false);
  });

  it('takes stars and brackets for what they are', () => {
    expect(isFound('a*c', '{"x":"abc"}')).toBe(false);
    expect(isFound('a*c', '{"x":"a*c"}')).toBe(true);
    expect(isFound('[a-z]+(', '{"x":"[a-z]+("}')).toBe(true);
  });

  it('finds letters beyond ASCII, plain or escaped, small or large', () => {
    expect(isFound('ÄRGER', '{"x":"ärger"}')).toBe(true);
    expect(isFound('ärger', String.raw`{"x":"\u00c4rger"}`)).toBe(true);
    expect(isFound('障害', String.raw`{"x":"\u969c\u5bb3"}`)).toBe(true);
    expect(isFound('😀', String.raw`{"x":"\ud83d\ude00"}`)).toBe(true);
    expect(isFound('ä', '{"x":"a"}')).toBe(false);
  });

  it('finds what an attacker hid behind escapes', () => {
    expect(isFound('curl', String.raw`{"userAgent":"\u0063\u0055rl/8.5"}`)).toBe(true);
    expect(isFound('a/b', String.raw`{"userAgent":"a\/b"}`)).toBe(true);
    expect(isFound('say "hi"', String.raw`{"userAgent":"say \"hi\""}`)).toBe(true);
  });

  it('finds what lies in JSON that is a string of the record, and in a table’s cell', () => {
    const policy = JSON.stringify({ Statement: [{ Effect: 'Allow', Sid: 'a "b"' }] });
    const record = JSON.stringify({ requestParameters: { policyDocument: policy } });
    expect(isFound('"Effect":"Allow"', record)).toBe(true);
    expect(isFound('"Effect":"Deny"', record)).toBe(false);
    expect(isFound('"Effect":"Allow"', JSON.stringify(record))).toBe(true);
    expect(isFound('"eventName": "x"', '2026-05-01,"{""eventName"": ""X""}"')).toBe(true);
  });

  it('finds in every record what a plain search finds, as it stands or as it reads', () => {
    const letters = fc.constantFrom('a', 'B', 'é', 'É', '"', '\\', '/', 'u', '0', '\n', '😀', '*');
    const text = fc.array(letters, { minLength: 1, maxLength: 3 }).map((all) => all.join(''));
    const value = fc.array(letters, { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, value, fc.boolean(), (wanted, given, escapes) => {
        const plain = JSON.stringify({ x: given });
        const record = escapes ? escaped(plain) : plain;
        const isThere = [record, given].some((one) =>
          one.toLowerCase().includes(wanted.toLowerCase()),
        );
        expect(isFound(wanted, record) || !isThere).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds nothing that is not there, where nothing is escaped', () => {
    const letters = fc.constantFrom('a', 'A', 'b', 'é', 'É', '*', '.');
    const text = fc.array(letters, { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
    const record = fc.array(letters, { maxLength: 30 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, record, (wanted, given) => {
        expect(isFound(wanted, given)).toBe(given.toLowerCase().includes(wanted.toLowerCase()));
      }),
      { numRuns: 2000 },
    );
  });
});

/** The same JSON with all letters beyond ASCII as escapes. */
function escaped(json: string): string {
  return Array.from({ length: json.length }, (_, at) => {
    const unit = json.charCodeAt(at);
    return unit < 0x80 ? json.charAt(at) : `\\u${unit.toString(16).padStart(4, '0')}`;
  }).join('');
}
