import type { EpochMs } from '../base/units.ts';
import type { JournalHead } from '../journal/journal-entry.ts';
import type { LanesView } from '../layout/lane-rows.ts';

/** Version of the case file. One that is later than this is not opened; earlier ones are. */
export const caseFileFormat = 1;

/** What the list of cases knows of a case, and its database does not. */
export interface CaseFacts {
  readonly name: string;
  readonly created: EpochMs;
  readonly lanesView?: LanesView | undefined;
  /** The end of its journal, as noted apart from it. */
  readonly journal?: JournalHead | undefined;
}

/** What `case.json` in a case file says. */
export interface CaseFileHead {
  readonly format: number;
  /** Version of the app that wrote it. */
  readonly app: string;
  /** When, as ISO 8601. */
  readonly written: string;
  readonly case: CaseFacts;
  /** Every table of the case's database, with its number of rows, in the order of the file. */
  readonly tables: readonly CaseFileTable[];
}

/** A table in a case file. */
export interface CaseFileTable {
  readonly name: string;
  readonly rows: number;
}

/** Names of what is in a case file besides tables and evidence. */
export const caseFileNames = {
  type: 'mimetype',
  sums: 'SHA256SUMS',
  head: 'case.json',
} as const;

/** What the first thing in an open case file says, as in an EPUB. */
export const caseFileType = 'application/vnd.trailwitness.case+zip';

/** Where a table's rows lie. */
export function tableEntry(table: string): string {
  return `tables/${table}.jsonl`;
}
