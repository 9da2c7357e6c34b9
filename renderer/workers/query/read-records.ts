import { groupBy } from '../../core/base/group-by.ts';
import type { EventRef, Row } from '../../core/base/units.ts';
import type { EventTable } from '../../core/table/event-table.ts';
import type { CaseReader } from '../case-reader.ts';

/** Records are read up to so many bytes at a time: a hostile one may have megabytes. */
const bytesAtOnce = 16 * 1024 * 1024;

/**
 * The bytes of the records at these rows, file by file. An event is passed over where its evidence
 * has gone: that must not cost what is asked of all the others.
 */
export async function* readRecords(
  reader: CaseReader,
  table: EventTable,
  rows: readonly Row[],
): AsyncGenerator<readonly [ref: EventRef, bytes: Uint8Array]> {
  const { source, offset, byteLength, ref } = table;
  for (const [file, found] of groupBy(rows, (row) => source[row] ?? 0)) {
    const inOrder = found.toSorted((a, b) => (offset[a] ?? 0) - (offset[b] ?? 0));
    for (let first = 0; first < inOrder.length;) {
      const some = inOrder.slice(first, first + fitting(table, inOrder, first));
      const ranges = some.map((row) => {
        const start = offset[row] ?? 0;
        return { start, end: start + (byteLength[row] ?? 0) };
      });
      const read = await reader.readRecords(file, ranges).catch(() => []);
      for (const [place, bytes] of read.entries()) yield [ref[some[place] ?? 0] ?? 0, bytes];
      first += some.length;
    }
  }
}

/** How many of these rows from a place on can be read at once: one at least. */
export function fitting(
  { byteLength }: EventTable,
  rows: ArrayLike<Row>,
  first: number,
  mostBytes = bytesAtOnce,
): number {
  let bytes = 0;
  for (let place = first; place < rows.length; place++) {
    bytes += byteLength[rows[place] ?? 0] ?? 0;
    if (bytes > mostBytes) return Math.max(1, place - first);
  }
  return rows.length - first;
}
