import { type CsvColumn, csvColumns } from '../../core/export/data/csv-columns.ts';
import type { ExportFile } from '../../core/export/data/export-file.ts';
import type { NotedTarget } from '../../core/export/data/finding-lines.ts';
import type { NamedSelection } from '../../core/export/report/report-request.ts';
import type { Arrangement } from '../../core/layout/lane-rows.ts';
import type { LaneFields, LaneSort } from '../../core/layout/marks.ts';
import type { Filter, Sort } from '../../core/query/filter.ts';
import type { Paper, SaveKind } from '../../host/host.ts';

/** What an export is of: the case as it stands on the screen. */
export interface ExportSubject {
  readonly caseName: string;
  /** The investigator's name, as given. */
  readonly author: string;
  readonly filter: Filter;
  readonly sort: Sort;
  readonly zone: string;
  readonly fields: LaneFields;
  readonly laneSort: LaneSort;
  readonly arrangement: Arrangement;
  /** In the order of the story. */
  readonly findings: readonly NotedTarget[];
}

/** What the investigator chooses for an export. */
export interface ExportOptions {
  /** Of the events as CSV. */
  readonly columns: readonly CsvColumn[];
  /** Events as NDJSON have their raw records with them. */
  readonly withRecords: boolean;
  /** Secrets are taken out of raw records; out of a report they always are. */
  readonly redact: boolean;
  readonly paper: Paper;
  /** Saved views of which a report has the events. */
  readonly views: readonly NamedSelection[];
}

export const usualOptions: ExportOptions = {
  columns: csvColumns,
  withRecords: true,
  redact: false,
  paper: 'A4',
  views: [],
};

/** The file of data that a kind stands for; undefined for reports, figures and the journal. */
export function dataFile(
  kind: SaveKind,
  { filter, sort, zone, findings }: ExportSubject,
  { columns, withRecords, redact }: ExportOptions,
): ExportFile | undefined {
  switch (kind) {
    case 'csv':
      return { kind: 'events', format: 'csv', filter, sort, columns, findings, zone };
    case 'ndjson': {
      const records = !withRecords ? 'none' : redact ? 'redacted' : 'whole';
      return { kind: 'events', format: 'ndjson', filter, sort, records, findings, zone };
    }
    case 'timesketch':
      return { kind: 'events', format: kind, filter, sort, records: 'none', findings, zone };
    case 'entities':
      return { kind: 'entities', format: 'csv', filter, zone };
    case 'entitiesNdjson':
      return { kind: 'entities', format: 'ndjson', filter, zone };
    case 'findings':
      return { kind: 'findings', format: 'csv', findings, zone };
    case 'findingsNdjson':
      return { kind: 'findings', format: 'ndjson', findings, zone };
    case 'ledger':
      return { kind: 'ledger', format: 'csv', zone };
    case 'ledgerNdjson':
      return { kind: 'ledger', format: 'ndjson', zone };
    case 'pdf':
    case 'html':
    case 'png':
    case 'svg':
    case 'journal':
      return undefined;
  }
}
