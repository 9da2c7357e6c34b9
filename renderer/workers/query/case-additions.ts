import { verdictsBySource, type IntegrityCheck } from '../../core/integrity/integrity-check.ts';
import {
  noAddedColumns,
  type AddedColumn,
  type AddedColumns,
} from '../../core/query/added-columns.ts';
import {
  withFound,
  withoutFound,
  withRoom,
  type FoundRecords,
} from '../../core/query/found-records.ts';
import { markColumns, type Marked } from '../../core/query/mark-columns.ts';
import type { Selections } from '../../core/query/selections.ts';
import type { EvidenceSource } from '../../core/source/evidence.ts';
import type { EventTable } from '../../core/table/event-table.ts';

/** What is known of a case's events beside their records, as its selections are told. */
export class CaseAdditions {
  readonly #table: EventTable;
  readonly #selections: Selections;
  #marked: readonly Marked[];
  #columns: AddedColumns;
  #found: FoundRecords;

  /** `earlier`: of the same case before it grew, whose events keep their refs. */
  constructor(table: EventTable, selections: Selections, earlier: CaseAdditions | undefined) {
    this.#table = table;
    this.#selections = selections;
    this.#columns = noAddedColumns(table.rows);
    this.#marked = [];
    this.#found = withRoom(earlier === undefined ? new Map() : earlier.#found, table.rows);
    selections.setFound(this.#found);
    this.takeMarked(earlier === undefined ? [] : earlier.#marked);
  }

  /** What a filter can ask for. */
  get columns(): AddedColumns {
    return this.#columns;
  }

  /** All that the investigator has put to things, in place of what was. */
  takeMarked(marked: readonly Marked[]): void {
    this.#marked = marked;
    const rowsOf = this.#selections.rows.bind(this.#selections);
    this.#take(markColumns(this.#table, marked, rowsOf));
  }

  /** What the last check of the evidence says. */
  takeCheck(check: IntegrityCheck | undefined, sources: readonly EvidenceSource[]): void {
    this.#take({ integrity: verdictColumn(this.#table, check, sources) });
  }

  /** The records of these events have a text in them. */
  takeFound(text: string, refs: Uint32Array): void {
    this.#found = withFound(this.#found, text, refs, this.#table.rows);
    this.#selections.setFound(this.#found);
  }

  /** Forgets what was found. */
  dropFound(text: string): void {
    this.#found = withoutFound(this.#found, text);
    this.#selections.setFound(this.#found);
  }

  #take(columns: Partial<AddedColumns>): void {
    this.#columns = { ...this.#columns, ...columns };
    this.#selections.setAdded(this.#columns);
  }
}

function verdictColumn(
  { source }: EventTable,
  check: IntegrityCheck | undefined,
  sources: readonly EvidenceSource[],
): AddedColumn {
  const verdicts = check && verdictsBySource(check, sources);
  const last = sources.reduce((most, { id }) => Math.max(most, id), 0);
  const texts = Array.from({ length: last + 1 }, (_, id) => (verdicts?.get(id) ?? []).join('\n'));
  return { ids: source, texts };
}
