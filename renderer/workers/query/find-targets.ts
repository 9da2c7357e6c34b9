import { recordOf } from '../../core/base/record-of.ts';
import type { EventRef, Row } from '../../core/base/units.ts';
import type { FoundEvent, FoundTarget, NotedTarget } from '../../core/export/data/finding-lines.ts';
import { findEvents } from '../../core/journal/event-places.ts';
import type { FindingTarget } from '../../core/journal/finding.ts';
import { everything } from '../../core/query/filter.ts';
import { exactValue } from '../../core/query/value-pattern.ts';
import { outcomeOf, outcomes, textColumns } from '../../core/table/columns.ts';
import { textAt } from '../../core/table/event-table.ts';
import { EventIds } from './event-ids.ts';
import type { LoadedCase } from './loaded-case.ts';

const none = { event: undefined, row: undefined };

/** A finding, and the row of its event where the case has it. */
interface FoundRow extends FoundTarget {
  readonly row: Row | undefined;
}

/** What the case has of findings, in their order. A selection for each entity and span. */
export async function findTargets(
  loaded: LoadedCase,
  findings: readonly NotedTarget[],
): Promise<readonly FoundRow[]> {
  const { built, reader, sources } = loaded;
  const { table } = built;
  const targets = findings.flatMap(({ target }) => (target.kind === 'event' ? [target] : []));
  const refs = findEvents(table, sources, targets);
  const refOf = new Map<FindingTarget, EventRef | undefined>(
    targets.map((target, place) => [target, refs[place]]),
  );
  const ids = new EventIds(table, reader);
  await ids.prepare(refs.flatMap((ref) => (ref === undefined ? [] : [table.rowOfRef[ref] ?? 0])));
  return findings.map(({ target, note }) => {
    const ref = refOf.get(target);
    if (target.kind !== 'event') {
      return { ...none, target, note, events: countOf(loaded, target) };
    }
    const row = ref === undefined ? undefined : table.rowOfRef[ref];
    if (ref === undefined || row === undefined) return { ...none, target, note, events: 0 };
    return { target, note, row, event: eventAt(loaded, row, ids.textOf(ref)), events: 1 };
  });
}

function countOf(
  { selections }: LoadedCase,
  target: Exclude<FindingTarget, { readonly kind: 'event' }>,
): number {
  const filter =
    target.kind === 'span'
      ? { ...everything, span: { start: target.start, end: target.end } }
      : {
          ...everything,
          terms: [{ field: target.field, value: exactValue(target.value), exclude: false }],
        };
  return selections.rows(filter).length;
}

function eventAt({ built }: LoadedCase, row: Row, eventId: string): FoundEvent {
  const { table } = built;
  return {
    outcome: outcomes[outcomeOf(table.flags[row] ?? 0)],
    text: recordOf(textColumns, (column) => textAt(table, column, row)),
    eventId,
    offset: table.offset[row] ?? 0,
    byteLength: table.byteLength[row] ?? 0,
  };
}
