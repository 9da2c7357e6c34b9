import type { EpochMs, SourceId, Span } from '../../base/units.ts';
import { formatIso } from '../../base/zoned-time.ts';
import { logChecksBySource, type IntegrityCheck } from '../../integrity/integrity-check.ts';
import { gapMeanings, logVerdictWords } from '../../integrity/integrity-words.ts';
import type { LogCheck } from '../../integrity/log-checks.ts';
import type { EvidenceIssue, EvidenceSource } from '../../source/evidence.ts';
import { csvLine } from './csv-field.ts';

/**
 * Header of the import ledger. Lasting: scripts read it. One line per file (`file` in the first
 * column), each followed by one line per record, or stretch of it, that could not be read
 * (`record`); then log files that a digest names and the evidence lacks (`missing`), and times
 * that no digest of a trail speaks of (`gap`), both where the case was checked. Sums are per file: read = kept + duplicate + rejected.
 */
export const ledgerHeader = [
  'Kind',
  'Evidence file',
  'SHA-256',
  'Verdict',
  'Reason',
  'Content',
  'Container',
  'Bytes',
  'Inflated bytes',
  'Modified',
  'Read',
  'Kept',
  'Duplicate',
  'Rejected',
  'ELB',
  'First event',
  'Last event',
  'Duplicate of',
  'Record index',
  'Byte offset',
  'Sample',
  'By digest',
  'Digest remark',
  'ETag',
  'Version id',
] as const;

/** The import ledger as CSV (RFC 4180), UTF-8; the last event's time is that event's own. */
export function ledgerCsv(
  sources: readonly EvidenceSource[],
  issues: readonly EvidenceIssue[],
  zone: string,
  check?: IntegrityCheck,
): Uint8Array<ArrayBuffer> {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const issuesOf = new Map<SourceId, EvidenceIssue[]>(sources.map(({ id }) => [id, []]));
  const stray: EvidenceIssue[] = [];
  for (const issue of issues) (issuesOf.get(issue.source) ?? stray).push(issue);
  const logs = check === undefined ? undefined : logChecksBySource(check, sources);
  const lines = [csvLine(ledgerHeader)];
  for (const source of sources) {
    lines.push(fileLine(source, byId, zone, logs?.get(source.id)));
    for (const issue of issuesOf.get(source.id) ?? []) lines.push(recordLine(issue, source));
  }
  for (const issue of stray) lines.push(recordLine(issue, undefined));
  for (const { key, span, digest } of check?.trail?.missing ?? []) {
    const reason = `named by ${byId.get(digest)?.path ?? 'a digest'}`;
    lines.push(absentLine('missing', { name: key, reason, span }, zone));
  }
  for (const { account, region, trail, span, kind } of check?.trail?.gaps ?? []) {
    const name = `trail ${trail} in ${region}, account ${account}`;
    lines.push(absentLine('gap', { name, reason: gapMeanings[kind], span }, zone));
  }
  return new TextEncoder().encode(lines.join(''));
}

function fileLine(
  source: EvidenceSource,
  byId: ReadonlyMap<SourceId, EvidenceSource>,
  zone: string,
  log: LogCheck | undefined,
): string {
  const iso = (time: EpochMs | undefined): string =>
    time === undefined ? '' : formatIso(time, zone);
  const { span, duplicateOf } = source;
  return csvLine([
    'file',
    source.path,
    source.sha256,
    source.verdict,
    source.reason,
    source.shape,
    source.container,
    source.bytes,
    source.inflatedBytes,
    iso(source.modified),
    source.read,
    source.kept,
    source.duplicate,
    source.rejected,
    source.elb,
    iso(span?.start),
    // Spans leave out their end: the last event is a millisecond before it.
    iso(span === undefined ? undefined : span.end - 1),
    duplicateOf === undefined ? '' : (byId.get(duplicateOf)?.path ?? ''),
    undefined,
    undefined,
    undefined,
    log === undefined ? undefined : logVerdictWords[log.verdict],
    log?.remark,
    source.object?.etag,
    source.object?.versionId,
  ]);
}

/** What is not there: it has a name or a trail, and the times it would be of. */
function absentLine(
  kind: 'missing' | 'gap',
  { name, reason, span }: { name: string; reason: string; span: Span<EpochMs> },
  zone: string,
): string {
  const cells = new Map<string, string>([
    ['Kind', kind],
    ['Evidence file', name],
    ['Verdict', kind === 'missing' ? 'missing' : 'no digests'],
    ['Reason', reason],
    ['First event', formatIso(span.start, zone)],
    ['Last event', formatIso(span.end - 1, zone)],
  ]);
  return csvLine(ledgerHeader.map((column) => cells.get(column)));
}

function recordLine(issue: EvidenceIssue, source: EvidenceSource | undefined): string {
  const between = ledgerHeader.indexOf('Record index') - ledgerHeader.indexOf('Reason') - 1;
  return csvLine([
    'record',
    source?.path,
    source?.sha256,
    'not read',
    issue.reason,
    ...Array<undefined>(between).fill(undefined),
    issue.recordIndex,
    issue.offset,
    issue.sample,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
}
