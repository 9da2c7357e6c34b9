import type { SourceId } from '../base/units.ts';
import { logVerdicts, type LogCheck } from '../integrity/log-checks.ts';
import type { EvidenceSource, Verdict } from '../source/evidence.ts';

/** What the files of the ledger can be sorted by. */
export const ledgerColumns = [
  'path',
  'verdict',
  'what',
  'bytes',
  'read',
  'kept',
  'duplicate',
  'rejected',
  'elb',
  'digest',
  'sha256',
] as const;
export type LedgerColumn = (typeof ledgerColumns)[number];

export interface LedgerOrder {
  readonly column: LedgerColumn;
  readonly descending: boolean;
}

/** What the digests say of a file; undefined where they say nothing. */
export type LogOf = (source: SourceId) => LogCheck | undefined;

/** What needs a look stands on top. */
export const problemsFirst: LedgerOrder = { column: 'verdict', descending: false };

/** What can become of a file, in the order of the ledger's parts. */
export const verdicts: readonly Verdict[] = [
  'imported',
  'partly',
  'unreadable',
  'skipped',
  'duplicate',
  'archive',
];

const gravity: Readonly<Record<Verdict, number>> = {
  unreadable: 0,
  partly: 1,
  skipped: 2,
  imported: 3,
  duplicate: 4,
  archive: 5,
};

/** Whether a column holds numbers, of which the largest are looked for first. */
export function isNumeric(column: LedgerColumn): boolean {
  return !['path', 'verdict', 'what', 'digest', 'sha256'].includes(column);
}

/** What the file turned out to be, or why it was not, or not wholly, imported. */
export function whatItIs({ reason, shape }: EvidenceSource): string {
  return reason === '' ? shape : reason;
}

/** The files in this order; those that are equal keep the order they were found in. */
export function inOrder(
  sources: readonly EvidenceSource[],
  { column, descending }: LedgerOrder,
  logOf: LogOf,
): readonly EvidenceSource[] {
  const sign = descending ? -1 : 1;
  return sources.toSorted(
    (a, b) => sign * compare(keyOf(a, column, logOf), keyOf(b, column, logOf)),
  );
}

function keyOf(source: EvidenceSource, column: LedgerColumn, logOf: LogOf): string | number {
  if (column === 'verdict') return gravity[source.verdict];
  if (column === 'digest') {
    const log = logOf(source.id);
    return log === undefined ? logVerdicts.length : logVerdicts.indexOf(log.verdict);
  }
  return column === 'what' ? whatItIs(source) : source[column];
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
