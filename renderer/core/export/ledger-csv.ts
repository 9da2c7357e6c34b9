import type { EpochMs, SourceId } from '../base/units.ts';
import { formatIso } from '../base/zoned-time.ts';
import type { EvidenceIssue, EvidenceSource } from '../source/evidence.ts';
import { csvLine } from './csv-field.ts';

/**
 * Header of the import ledger. Lasting: scripts read it. One line per file (`file` in the first
 * column), each followed by one line per record, or stretch of it, that could not be read
 * (`record`). Sums are per file: read = kept + duplicate + rejected.
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
] as const;

/** The import ledger as CSV (RFC 4180), UTF-8; the last event's time is that event's own. */
export function ledgerCsv(
  sources: readonly EvidenceSource[],
  issues: readonly EvidenceIssue[],
  zone: string,
): Uint8Array<ArrayBuffer> {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const issuesOf = new Map<SourceId, EvidenceIssue[]>(sources.map(({ id }) => [id, []]));
  const stray: EvidenceIssue[] = [];
  for (const issue of issues) (issuesOf.get(issue.source) ?? stray).push(issue);
  const lines = [csvLine(ledgerHeader)];
  for (const source of sources) {
    lines.push(fileLine(source, byId, zone));
    for (const issue of issuesOf.get(source.id) ?? []) lines.push(recordLine(issue, source));
  }
  for (const issue of stray) lines.push(recordLine(issue, undefined));
  return new TextEncoder().encode(lines.join(''));
}

function fileLine(
  source: EvidenceSource,
  byId: ReadonlyMap<SourceId, EvidenceSource>,
  zone: string,
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
  ]);
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
  ]);
}
