import type { Filter, Sort } from '../../query/filter.ts';
import type { CsvColumn } from './csv-columns.ts';
import type { NotedTarget } from './finding-lines.ts';
import type { LineFormat } from './line-table.ts';

/** The raw record of each event in a file: left out, as it was written, or without its secrets. */
export type RecordChoice = 'none' | 'whole' | 'redacted';

/** A file of data, and all that decides what is in it. */
export type ExportFile =
  | {
      readonly kind: 'events';
      readonly format: 'csv';
      readonly filter: Filter;
      readonly sort: Sort;
      readonly columns: readonly CsvColumn[];
      readonly findings: readonly NotedTarget[];
      readonly zone: string;
    }
  | {
      readonly kind: 'events';
      readonly format: 'ndjson' | 'timesketch';
      readonly filter: Filter;
      readonly sort: Sort;
      readonly records: RecordChoice;
      readonly findings: readonly NotedTarget[];
      readonly zone: string;
    }
  | {
      readonly kind: 'entities';
      readonly format: LineFormat;
      readonly filter: Filter;
      readonly zone: string;
    }
  | {
      readonly kind: 'findings';
      readonly format: LineFormat;
      readonly findings: readonly NotedTarget[];
      readonly zone: string;
    }
  | { readonly kind: 'ledger'; readonly format: LineFormat; readonly zone: string };
