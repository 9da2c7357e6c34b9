import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeOne, record, type ReadFile } from '../../../fixtures/decode-files.ts';

const whole = Array.from({ length: 21 }, (_, i) => record({ eventName: `Describe${i}` }));
/** As `jq -S` writes them. */
const sorted = whole.map((one) =>
  Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))),
);

function texts(records: readonly unknown[], damage: (text: string) => string): string[] {
  return records.map((one, place) => {
    const text = JSON.stringify(one);
    return place === 10 ? damage(text) : text;
  });
}

function namesIn({ built }: ReadFile): readonly string[] {
  const names = built?.newTexts.find(({ column }) => column === 'eventName')?.texts ?? [];
  return [...(built?.columns.text.eventName ?? [])].map((id) => names[id - 1] ?? '');
}

const control = (text: string): string => text.replace('aws-cli', 'aws\u0001cli');
const noComma = (text: string): string => text.replace('","', '""');
const noColon = (text: string): string => text.replace(':', '');
const noQuote = (text: string): string => text.replace('us-east-1"', 'us-east-1');
const nested =
  '"requestParameters":{"detail":{"eventVersion":"1.08","eventTime":"2026-05-01T00:00:00Z",' +
  '"eventSource":"iam.amazonaws.com","eventName":"FORGED","eventID":"forged"}}';
const forged = (text: string): string => control(text.replace('"requestParameters":null', nested));

const others = whole.map(({ eventName }) => eventName).filter((_, place) => place !== 10);

describe('one damaged record of many', () => {
  it.each([
    ['a control character', control],
    ['a missing comma', noComma],
    ['a missing colon', noColon],
    ['another record nested in it', forged],
  ])('costs itself only, with %s', async (_what, damage) => {
    for (const records of [whole, sorted]) {
      const all = texts(records, damage);
      for (const text of [
        `{"Records":[${all.join(',')}]}`,
        `[${all.join(' ,\n')}]`,
        all.join(''),
        all.join('\n'),
      ]) {
        const file = await decodeOne(text);
        expect(namesIn(file)).toEqual(others);
        expect(file).toMatchObject({ read: 21, rejected: 1 });
      }
    }
  });

  it('costs no other where a quote is missing in it and the next begins as CloudTrail writes', async () => {
    const file = await decodeOne(`{"Records":[${texts(whole, noQuote).join(',')}]}`);
    expect(namesIn(file)).toEqual(others);
  });

  it('costs no record where an array lacks its commas, or has one too many', async () => {
    const all = texts(whole, (text) => text);
    const names = whole.map(({ eventName }) => eventName);
    for (const [text, reason] of [
      [`[${all.join('\n')}]`, 'an array without commas between its lines'],
      [`[${all.join(',')},]`, 'a comma before the end of an array'],
      [`{"Records":[${all.join(',')},]}`, 'a comma before the end of an array'],
    ] as const) {
      const file = await decodeOne(text);
      expect(namesIn(file)).toEqual(names);
      expect(file).toMatchObject({ read: 21, rejected: 0, issues: [{ reason }] });
    }
  });

  it('costs no other line where lines of plain text open brackets and quotes', async () => {
    const [first, ...rest] = texts(whole, (text) => text);
    const lines = [
      first,
      '[2026-05-01 INFO] said "so',
      ...rest.slice(0, 9),
      '[ERROR {"a',
      ...rest.slice(9),
    ];
    expect(namesIn(await decodeOne(lines.join('\n')))).toEqual(
      whole.map(({ eventName }) => eventName),
    );
  });

  it('costs no other line where its bracket is missing', async () => {
    const file = await decodeOne(texts(whole, (text) => text.slice(0, -1)).join('\n'));
    expect(namesIn(file)).toEqual(others);
  });

  it('never makes a record of what is nested in it, whatever byte is hit', async () => {
    const clean = texts(whole, (text) => text.replace('"requestParameters":null', nested));
    const bytes = new TextEncoder().encode(`{"Records":[${clean.join(',')}]}`);
    const start = new TextDecoder().decode(bytes).indexOf('"detail":');
    await fc.assert(
      fc.asyncProperty(fc.nat(150), fc.constantFrom(0, 1, 0x7f, 0x20, 0x30), async (at, byte) => {
        const hit = bytes.slice();
        hit[start - at] = byte;
        const file = await decodeOne(hit);
        expect(namesIn(file)).not.toContain('FORGED');
        expect(file.read).toBe(file.rejected + (file.built?.columns.length ?? 0));
      }),
      { numRuns: 200 },
    );
  });
});
