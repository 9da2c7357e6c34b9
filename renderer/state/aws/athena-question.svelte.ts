import type { EpochMs, Span } from '../../core/base/units.ts';
import { buildStatement, type TrailStatement } from '../../core/athena/build-statement.ts';
import type { TablePlace, TrailTable } from '../../core/athena/trail-table.ts';
import { allTime, type Filter } from '../../core/query/filter.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Days after a span in which its events are looked for, where nothing else is said. */
const usualLateDays = 1;
/** Looked back so far where neither filter nor case has a span. */
const usualDays = 7;

/** What is typed of a question. */
interface QuestionDraft {
  lateDays: number;
  /** Numbers of accounts with anything between them; empty: all. */
  accounts: string;
  regions: string;
}

/** What a table is asked for, as statement of SQL that may be changed by hand. */
export class AthenaQuestion {
  readonly table: TrailTable;
  readonly filter: Filter;
  readonly draft: QuestionDraft = $state({ lateDays: usualLateDays, accounts: '', regions: '' });
  readonly #place: TablePlace;
  #span: Span<EpochMs> = $state.raw({ start: 0, end: 0 });
  #edited: string | undefined = $state.raw();

  /** `known` is the span of the case's events; `now` is where a question without a span ends. */
  constructor(
    table: TrailTable,
    place: TablePlace,
    filter: Filter,
    around: { readonly known: Span<EpochMs> | undefined; readonly now: EpochMs },
  ) {
    this.table = table;
    this.#place = place;
    this.filter = filter;
    this.#span = closedSpan(filter.span, around);
  }

  get span(): Span<EpochMs> {
    return this.#span;
  }

  /** Takes whole days (UTC) in place of the span. */
  setDay(edge: 'start' | 'end', day: EpochMs): void {
    const { start, end } = this.#span;
    const next = edge === 'start' ? { start: day, end } : { start, end: day + dayMs };
    this.#span = next.start < next.end ? next : { start: day, end: day + dayMs };
    this.#edited = undefined;
  }

  /** What the table is asked for, as the app writes it. */
  get statement(): TrailStatement {
    const { lateDays, accounts, regions } = this.draft;
    return buildStatement(this.table, this.#place, {
      filter: this.filter,
      span: this.#span,
      lateDays: Math.min(Math.max(Math.trunc(lateDays) || 0, 0), 366),
      accounts: accounts.match(/\d{12}/gu) ?? [],
      regions: regions.match(/[a-z]{2,4}(?:-[a-z]+)+-\d+/gu) ?? [],
    });
  }

  /** Every partition key that has to have a value has one. */
  get isWhole(): boolean {
    return this.statement.pruning.missing.length === 0;
  }

  /** What is run. */
  get sql(): string {
    return this.#edited ?? this.statement.sql;
  }

  /** It was changed by hand, and no longer follows what is chosen. */
  get isEdited(): boolean {
    return this.#edited !== undefined;
  }

  /** Takes a statement that was changed by hand; undefined: the app's own again. */
  edit(sql: string | undefined): void {
    this.#edited = sql;
  }
}

/** A span with both ends: those that are open are the case's, or the last days. */
function closedSpan(
  asked: Span<EpochMs> | undefined,
  { known, now }: { readonly known: Span<EpochMs> | undefined; readonly now: EpochMs },
): Span<EpochMs> {
  const usual = known ?? { start: now - usualDays * dayMs, end: now };
  const start = asked === undefined || asked.start <= allTime.start ? usual.start : asked.start;
  const end = asked === undefined || asked.end >= allTime.end ? usual.end : asked.end;
  return start < end ? { start, end } : { start: end - usualDays * dayMs, end };
}
