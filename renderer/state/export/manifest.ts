import { formatIso } from '../../core/base/zoned-time.ts';
import type { EpochMs } from '../../core/base/units.ts';
import { redactionRule } from '../../core/export/redact-json.ts';
import { printQuery } from '../../core/query/print-query.ts';
import type { SavedFile, SaveKind } from '../../host/host.ts';
import { exportKinds, isReport } from './export-kinds.ts';
import type { ExportOptions, ExportSubject } from './export-subject.ts';

/** Version of what the members mean. */
const manifestFormat = 1;

/** What a file was made of, and how. */
export interface ManifestFacts {
  readonly kind: SaveKind;
  readonly file: SavedFile;
  readonly subject: ExportSubject;
  readonly options: ExportOptions;
  readonly at: EpochMs;
  readonly appVersion: string;
}

/**
 * What stands beside an export, as JSON: its SHA-256, and what it is of. Two exports of the same
 * selection differ in `made.at` only, as far as the case is the same.
 */
export function manifestText(facts: ManifestFacts): string {
  const { kind, file, subject, options, at, appVersion } = facts;
  const { path, bytes, sha256 } = file;
  const manifest = {
    format: manifestFormat,
    file: { name: path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1) },
    content: exportKinds[kind].content,
    case: subject.caseName,
    selection: selectionOf(kind, subject),
    zone: subject.zone,
    secrets: secretsIn(kind, options),
    made: {
      at: formatIso(at, subject.zone),
      by: `Trailwitness ${appVersion}`,
      author: subject.author === '' ? undefined : subject.author,
    },
  };
  return `${JSON.stringify({ ...manifest, file: { ...manifest.file, bytes, sha256 } }, undefined, 2)}\n`;
}

/** The filter of an export in the query language; undefined where it is of the whole case. */
export function selectionOf(
  kind: SaveKind,
  { filter, zone }: Pick<ExportSubject, 'filter' | 'zone'>,
): string | undefined {
  if (exportKinds[kind].of !== 'selection') return undefined;
  return `scope:${filter.scope} ${printQuery(filter, zone)}`.trim();
}

function secretsIn(kind: SaveKind, { withRecords, redact }: ExportOptions): string {
  if (isReport(kind) || (kind === 'ndjson' && withRecords && redact)) return redactionRule;
  return kind === 'ndjson' && withRecords
    ? 'The raw records are whole: secrets in them were not taken out.'
    : 'The file has no raw records.';
}
