import type { EpochMs, SourceId, Span } from '../../base/units.ts';
import { formatIso } from '../../base/zoned-time.ts';
import { logChecksBySource, type IntegrityCheck } from '../../integrity/integrity-check.ts';
import { digestGapInWords } from '../../integrity/digest-words.ts';
import type { LogCheck } from '../../integrity/log-checks.ts';
import type { EvidenceIssue, EvidenceSource } from '../../source/evidence.ts';
import { inEnglish } from '../../words/phrase.ts';
import { verdict as verdictWords } from '../../words/verdict.ts';
import type { Cell, LineColumn, LineTable } from './line-table.ts';

/**
 * Columns of the import ledger. One line per file (`file` as its kind), each followed by one line per
 * record, or stretch of it, that could not be read (`record`); then log files that a digest names
 * and the evidence lacks (`missing`), and times that no digest of a trail speaks of (`gap`), both
 * where the case was checked. Sums are per file: read = kept + duplicate + rejected.
 */
const columns = [
  { key: 'kind', label: 'Kind' },
  { key: 'file', label: 'Evidence file' },
  { key: 'sha256', label: 'SHA-256' },
  { key: 'verdict', label: 'Verdict' },
  { key: 'reason', label: 'Reason' },
  { key: 'content', label: 'Content' },
  { key: 'container', label: 'Container' },
  { key: 'bytes', label: 'Bytes' },
  { key: 'inflatedBytes', label: 'Inflated bytes' },
  { key: 'modified', label: 'Modified' },
  { key: 'read', label: 'Read' },
  { key: 'kept', label: 'Kept' },
  { key: 'duplicate', label: 'Duplicate' },
  { key: 'rejected', label: 'Rejected' },
  { key: 'elb', label: 'ELB' },
  { key: 'firstEvent', label: 'First event' },
  { key: 'lastEvent', label: 'Last event' },
  { key: 'duplicateOf', label: 'Duplicate of' },
  { key: 'recordIndex', label: 'Record index' },
  { key: 'byteOffset', label: 'Byte offset' },
  { key: 'sample', label: 'Sample' },
  { key: 'byDigest', label: 'By digest' },
  { key: 'digestRemark', label: 'Digest remark' },
  { key: 'etag', label: 'ETag' },
  { key: 'versionId', label: 'Version id' },
  { key: 'query', label: 'Query' },
] as const satisfies readonly LineColumn[];

type Named = Readonly<Partial<Record<(typeof columns)[number]['key'], Cell>>>;

/** Where a record lies whose id another record has, with other content. */
export interface LedgerConflict {
  readonly source: SourceId;
  readonly recordIndex: number;
  /** In the inflated file. */
  readonly offset: number;
  readonly eventId: string;
}

/** What the ledger is written from. */
export interface LedgerSource {
  readonly sources: readonly EvidenceSource[];
  /** In the order of their files. */
  readonly issues: AsyncIterable<EvidenceIssue>;
  readonly issuesInAll: number;
  /** Events that share their id with another of different content. */
  readonly conflicts: readonly LedgerConflict[];
  /** Undefined where the case was never checked. */
  readonly check: IntegrityCheck | undefined;
}

/** The import ledger as lines; the last event's time is that event's own. */
export function ledgerLines(ledger: LedgerSource, zone: string): LineTable {
  const { sources, issuesInAll, conflicts, check } = ledger;
  const { missing = [], gaps = [], signFiles = [] } = check?.trail ?? {};
  const results = signFiles.flatMap((signFile) => signFile.missing);
  const files = sources.length + missing.length + results.length;
  return {
    columns,
    rows: cellsOf(ledger, zone),
    length: files + issuesInAll + conflicts.length + gaps.length,
  };
}

async function* cellsOf(ledger: LedgerSource, zone: string): AsyncGenerator<readonly Cell[]> {
  for await (const named of namedRows(ledger, zone)) yield columns.map(({ key }) => named[key]);
}

async function* namedRows(
  { sources, issues, conflicts, check }: LedgerSource,
  zone: string,
): AsyncGenerator<Named> {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const logs = check === undefined ? undefined : logChecksBySource(check, sources);
  const left = issues[Symbol.asyncIterator]();
  let issue = await left.next();
  for (const source of sources) {
    yield fileRow(source, byId, zone, logs?.get(source.id));
    for (; issue.done !== true && issue.value.source <= source.id; issue = await left.next()) {
      yield recordRow(issue.value, byId.get(issue.value.source));
    }
  }
  for (const conflict of conflicts) yield conflictRow(conflict, byId.get(conflict.source));
  for (const { key, span, digest } of check?.trail?.missing ?? []) {
    const reason = `named by ${byId.get(digest)?.path ?? 'a digest'}`;
    yield { kind: 'missing', file: key, verdict: 'missing', reason, ...spanCells(span, zone) };
  }
  for (const { source, missing } of check?.trail?.signFiles ?? []) {
    const reason = `named by ${byId.get(source)?.path ?? 'a sign file'}`;
    for (const file of missing) yield { kind: 'missing', file, verdict: 'missing', reason };
  }
  for (const gap of check?.trail?.gaps ?? []) {
    const { trail, why } = digestGapInWords(gap);
    const [file, reason] = [inEnglish(trail), inEnglish(why)];
    yield { kind: 'gap', file, verdict: 'no digests', reason, ...spanCells(gap.span, zone) };
  }
}

function fileRow(
  source: EvidenceSource,
  byId: ReadonlyMap<SourceId, EvidenceSource>,
  zone: string,
  log: LogCheck | undefined,
): Named {
  const { span, duplicateOf, modified, object, query } = source;
  return {
    kind: 'file',
    file: source.path,
    sha256: given(source.sha256),
    verdict: source.verdict,
    reason: given(source.reason),
    content: given(source.shape),
    container: source.container,
    bytes: source.bytes,
    inflatedBytes: source.inflatedBytes,
    modified: modified === undefined ? undefined : formatIso(modified, zone),
    read: source.read,
    kept: source.kept,
    duplicate: source.duplicate,
    rejected: source.rejected,
    elb: source.elb,
    ...(span === undefined ? {} : spanCells(span, zone)),
    duplicateOf: duplicateOf === undefined ? undefined : byId.get(duplicateOf)?.path,
    byDigest: log === undefined ? undefined : verdictWords[log.verdict],
    digestRemark: given(log?.remark),
    etag: object?.etag,
    versionId: object?.versionId,
    query,
  };
}

function recordRow(issue: EvidenceIssue, source: EvidenceSource | undefined): Named {
  return {
    kind: 'record',
    file: source?.path,
    sha256: given(source?.sha256),
    verdict: 'not read',
    reason: given(issue.reason),
    recordIndex: issue.recordIndex,
    byteOffset: issue.offset,
    sample: given(issue.sample),
  };
}

function conflictRow(
  { recordIndex, offset, eventId }: LedgerConflict,
  source: EvidenceSource | undefined,
): Named {
  return {
    kind: 'conflict',
    file: source?.path,
    sha256: given(source?.sha256),
    verdict: 'kept',
    reason: `event ID ${eventId}: another record has the same ID and other content`,
    recordIndex,
    byteOffset: offset,
  };
}

/** Spans leave out their end: the last event is a millisecond before it. */
function spanCells({ start, end }: Span<EpochMs>, zone: string): Named {
  return { firstEvent: formatIso(start, zone), lastEvent: formatIso(end - 1, zone) };
}

function given(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
