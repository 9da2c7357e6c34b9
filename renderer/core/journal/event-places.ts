import type { EventRef, Row, SourceId } from '../base/units.ts';
import { rowsBetween } from '../query/rows-between.ts';
import type { EvidenceSource } from '../source/evidence.ts';
import type { EventTable } from '../table/event-table.ts';
import { textAt } from '../table/event-table.ts';
import type { EventTarget } from './finding.ts';

/** The event at a row by its lasting place; `source` is the file that it lies in. */
export function eventTarget(table: EventTable, source: EvidenceSource, row: Row): EventTarget {
  return {
    kind: 'event',
    sha256: source.sha256,
    record: table.recordIndex[row] ?? 0,
    time: table.time[row] ?? 0,
    eventName: textAt(table, 'eventName', row),
    path: source.path,
  };
}

/**
 * The events at these places; undefined where one is not in the table. A look at each file, then one
 * at the events of each target's moment.
 */
export function findEvents(
  table: EventTable,
  sources: readonly EvidenceSource[],
  targets: readonly EventTarget[],
): readonly (EventRef | undefined)[] {
  const wanted = new Set(targets.map(({ sha256 }) => sha256));
  const sourcesOf = new Map<string, Set<SourceId>>();
  for (const { id, sha256 } of sources) {
    if (!wanted.has(sha256)) continue;
    const ids = sourcesOf.get(sha256) ?? new Set();
    sourcesOf.set(sha256, ids.add(id));
  }
  return targets.map(({ sha256, record, time }) => {
    const ids = sourcesOf.get(sha256);
    const { start, end } = rowsBetween(table.time, { start: time, end: time + 1 });
    for (let row = start; row < end; row++) {
      const isThere = table.recordIndex[row] === record && ids?.has(table.source[row] ?? 0);
      if (isThere === true) return table.ref[row];
    }
    return undefined;
  });
}
