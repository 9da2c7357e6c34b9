import { recordOf } from '../../base/record-of.ts';
import type { Row } from '../../base/units.ts';
import { flag, outcomeOf, outcomes, textColumns } from '../../table/columns.ts';
import { textAt } from '../../table/event-table.ts';
import { cutText, cutTexts } from '../cut-text.ts';
import type { Citation, ReportEvent } from './report-model.ts';
import type { ReportSubject } from './report-subject.ts';

const longestCell = 160;

type Events = Pick<ReportSubject, 'table' | 'sources' | 'eventIdOf'>;

/** The events at these rows as the report has them, long texts cut. */
export function reportEvents(subject: Events, rows: Iterable<Row>): readonly ReportEvent[] {
  const { table } = subject;
  const pathOf = new Map(subject.sources.map(({ id, path }) => [id, path]));
  return Array.from(rows, (row) => {
    const flags = table.flags[row] ?? 0;
    return {
      ...citationAt(subject, row),
      time: table.time[row] ?? Number.NaN,
      outcome: outcomes[outcomeOf(flags)],
      byService: (flags & flag.byService) !== 0,
      text: recordOf(textColumns, (column) => cutTexts(textAt(table, column, row), longestCell)),
      evidencePath: pathOf.get(table.source[row] ?? 0) ?? '',
    };
  });
}

/** Where the record at a row lies. */
export function citationAt({ table, eventIdOf }: Events, row: Row): Citation {
  return {
    source: table.source[row] ?? 0,
    recordIndex: table.recordIndex[row] ?? 0,
    eventId: cutText(eventIdOf(table.ref[row] ?? 0), longestCell),
  };
}
