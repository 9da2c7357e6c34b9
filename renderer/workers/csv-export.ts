import type { Span } from '../core/base/units.ts';
import { EventCsvWriter } from '../core/export/data/csv.ts';
import { EventIds } from './event-ids.ts';
import type { LoadedCase } from './loaded-case.ts';
import type { QueryRequest } from './query.ts';

type CsvRequest = QueryRequest<'csv'>;

/** One CSV file in the making: parts of one selection of the case as it was at the first part. */
export class CsvExport {
  readonly #rows: Uint32Array;
  readonly #ids: EventIds;
  readonly #writer: EventCsvWriter;

  constructor({ built, reader, selections, sources }: LoadedCase, { filter, sort }: CsvRequest) {
    const ids = new EventIds(built.table, reader);
    this.#ids = ids;
    this.#rows = selections.sorted(filter, sort);
    this.#writer = new EventCsvWriter({
      table: built.table,
      sources,
      eventIdOf: (ref) => ids.textOf(ref),
    });
  }

  /** Rows `span` as UTF-8. */
  async part({ span, columns, zone }: CsvRequest): Promise<Uint8Array<ArrayBuffer>> {
    await this.#ids.prepare(this.#rows.subarray(span.start, span.end));
    return this.#writer.part({ rows: this.#rows, span, columns, zone });
  }

  /** Whether these rows were the last. */
  isLast(span: Span<number>): boolean {
    return span.end >= this.#rows.length;
  }
}
