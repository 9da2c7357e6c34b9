import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logOf, wholeRecords } from '../../../electron/level-log.ts';

const blockBytes = 32_768;

/** Lengths of records, many of them around those at which LevelDB breaks one into pieces. */
const lengths = fc.array(
  fc.oneof(fc.nat(300), fc.integer({ min: 32_735, max: 32_770 }), fc.nat(90_000)),
  { maxLength: 5 },
);

function recordsOf(each: readonly number[]): Uint8Array[] {
  return each.map((length, place) =>
    Uint8Array.from({ length }, (_, at) => (place * 50 + at) % 256),
  );
}

/** What is told of a log, each record by its length and a sum: a failure shows no megabytes. */
function told(log: Uint8Array): object {
  const { records, torn, damaged } = wholeRecords(log);
  return { records: inShort(records), torn, damaged };
}

function inShort(records: readonly Uint8Array[]): readonly string[] {
  return records.map(
    (record) => `${record.length}: ${record.reduce((sum, byte) => (sum * 31 + byte) >>> 0, 0)}`,
  );
}

/** The log with these records behind it as LevelDB writes them: broken into pieces from there on. */
function goneOn(log: Uint8Array, records: readonly Uint8Array[]): Uint8Array {
  const at = log.length % blockBytes;
  const filled = at === 0 ? records : [new Uint8Array(at - 7), ...records];
  return new Uint8Array(Buffer.concat([log, logOf(filled).subarray(at)]));
}

describe('wholeRecords', () => {
  it('are those that were written', () => {
    fc.assert(
      fc.property(lengths, (each) => {
        const records = recordsOf(each);
        const log = logOf(records);
        expect(told(log)).toEqual({ records: inShort(records), torn: false, damaged: false });
      }),
      { numRuns: 100 },
    );
  });

  it('are those before the place where writing stopped', () => {
    fc.assert(
      fc.property(lengths, fc.double({ min: 0, max: 1, noNaN: true }), (each, part) => {
        const records = recordsOf(each);
        const log = logOf(records);
        const stopped = Math.round(log.length * part);
        const whole = records.filter(
          (_, place) => logOf(records.slice(0, place + 1)).length <= stopped,
        );
        const found = wholeRecords(log.subarray(0, stopped));
        expect(inShort(found.records)).toEqual(inShort(whole));
        expect(found.damaged).toBe(false);
        if (whole.length === records.length) expect(found.torn).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('are those before and behind, where writing went on behind half a record', () => {
    const before = recordsOf([100, 20_000]);
    const after = recordsOf([1, 2, 50_000, 10]).slice(2);
    const start = logOf([...before, new Uint8Array(40_000).fill(5)]);
    for (const stopped of [20_121, 20_300, 25_000, 32_700, blockBytes, 33_000, 52_000]) {
      expect(told(goneOn(start.subarray(0, stopped), after)), `at ${stopped}`).toEqual({
        records: inShort([...before, ...after]),
        torn: true,
        damaged: false,
      });
    }
  });

  it('can’t be told where a byte of a whole piece was changed', () => {
    const log = logOf(recordsOf([100, 200, 300]));
    log[150] = 255;
    expect(wholeRecords(log).damaged).toBe(true);
  });
});
