import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../../../renderer/core/base/record-of.ts';
import { storedTextColumns, type EventColumns } from '../../../../renderer/core/table/columns.ts';
import { packColumns, unpackColumns } from '../../../../renderer/core/table/packed-columns.ts';

const bounds = [0, 1, 255, 256, 65_535, 65_536, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];
const word = fc.oneof(fc.constantFrom(...bounds), fc.nat());
const time = fc.oneof(
  fc.integer({ min: 0, max: 4_000_000 }).map((second) => 1_700_000_000_000 + second * 1000),
  fc.constantFrom(-62_000_000_000_000, 1_700_000_000_123, 250_000_000_000_000),
);
const offset = fc.oneof(word, fc.constantFrom(2 ** 32, 2 ** 40 + 1));

const columns: fc.Arbitrary<EventColumns> = fc
  .array(fc.tuple(time, offset, fc.array(word, { minLength: 20, maxLength: 20 })), { maxLength: 9 })
  .map((rows) => {
    const words = (place: number): Uint32Array =>
      Uint32Array.from(rows, ([, , values]) => values[place] ?? 0);
    return {
      length: rows.length,
      time: Float64Array.from(rows, ([at]) => at),
      text: recordOf(storedTextColumns, (column) => words(storedTextColumns.indexOf(column))),
      flags: words(11),
      eventId: Uint32Array.from(rows.flatMap(([, , values]) => values.slice(12, 16))),
      contentHash: Uint32Array.from(rows.flatMap(([, , values]) => values.slice(16, 18))),
      source: words(18),
      recordIndex: words(19),
      offset: Float64Array.from(rows, ([, at]) => at),
      byteLength: words(0),
    };
  });

describe('packColumns', () => {
  it('loses nothing but the content hashes, which are kept apart', () => {
    fc.assert(
      fc.property(columns, (all) => {
        const { contentHash } = all;
        expect({ ...unpackColumns([packColumns(all)]), contentHash }).toEqual(all);
      }),
    );
  });

  it('puts parts one behind the other', () => {
    fc.assert(
      fc.property(columns, columns, (first, second) => {
        const both = unpackColumns([packColumns(first), packColumns(second)]);
        expect([...both.time]).toEqual([...first.time, ...second.time]);
        expect([...both.offset]).toEqual([...first.offset, ...second.offset]);
        expect([...both.eventId]).toEqual([...first.eventId, ...second.eventId]);
        expect([...both.text.region]).toEqual([...first.text.region, ...second.text.region]);
        expect(both.length).toBe(first.length + second.length);
      }),
    );
  });

  it('stores small numbers in one byte and times in whole seconds', () => {
    const rows = 100;
    const small = new Uint32Array(rows).fill(7);
    const packed = packColumns({
      length: rows,
      time: new Float64Array(rows).map((_, row) => 1_700_000_000_000 + row * 1000),
      text: recordOf(storedTextColumns, () => small),
      flags: small,
      eventId: new Uint32Array(4 * rows),
      contentHash: new Uint32Array(2 * rows),
      source: small,
      recordIndex: small,
      offset: new Float64Array(rows),
      byteLength: small,
    });
    expect(packed.time).toMatchObject({ seconds: { BYTES_PER_ELEMENT: 1 } });
    expect(packed.flags.BYTES_PER_ELEMENT).toBe(1);
    expect(packed.offset.BYTES_PER_ELEMENT).toBe(1);
  });
});
