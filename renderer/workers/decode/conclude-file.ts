import type { EpochMs, Span } from '../../core/base/units.ts';
import type { ContentReader } from '../../core/decode/content-reader.ts';
import type { Aside } from '../../core/decode/record-reader.ts';
import type { Kind } from '../../core/decode/sniff.ts';
import { shapes, type Shape } from '../../core/source/shapes.ts';
import type { DecodedFile } from './decode.ts';
import type { FileFindings } from './file-findings.ts';

/** A file of which nothing is known yet but what the outside says. */
export function unreadFile(
  label: Pick<DecodedFile, 'name' | 'path' | 'modified' | 'query'>,
): DecodedFile {
  return {
    ...label,
    object: undefined,
    bytes: 0,
    sha256: '',
    layers: [],
    inflatedBytes: 0,
    shape: '',
    lacks: [],
    depth: 0,
    entry: undefined,
    outcome: 'skipped',
    reason: '',
    read: 0,
    rejected: 0,
    issues: [],
    span: undefined,
    built: undefined,
    blob: undefined,
  };
}

/** Stands for the files of an archive that cannot be read on. */
export function restOfArchive({ name, path, depth }: DecodedFile): DecodedFile {
  const rest = unreadFile({ name, path: `${path} » (rest of the archive)`, modified: undefined });
  return { ...rest, depth: depth + 1, entry: -1 };
}

/**
 * The verdict over a file that was read through; `damage` is why there is no more of it, `head` has
 * its first bytes. Read are all values found, and rejected those that are no event, whatever else they
 * are; a file that is wholly something else has no records to count.
 */
export function concludeFile(
  file: DecodedFile,
  findings: FileFindings,
  reader: ContentReader,
  { damage, head }: { readonly damage: string | undefined; readonly head: Uint8Array },
): DecodedFile {
  const { built, issues } = findings.take();
  const { read, rejected, reason } = findings;
  const only = findings.onlyAside;
  if (only !== undefined && forIntegrity.has(only) && damage === undefined) {
    const { name } = asideShapes[only];
    const reason = `${name}, kept for the integrity check`;
    return { ...file, outcome: 'events', shape: name, reason };
  }
  const { name: shape, lacks } = only === undefined ? reader.shape : asideShapes[only];
  if (only !== undefined) return { ...file, shape, reason, read, rejected, issues };
  if (read === 0 && reader.isCertain && issues.length === 0) {
    return { ...file, outcome: 'events', shape, lacks, reason: 'holds no records' };
  }
  if (!findings.isCloudTrail && !reader.isCertain) {
    return damage === undefined
      ? { ...file, reason: notCloudTrail(reason, read, head) }
      : { ...file, outcome: 'unreadable', reason: damage, read, rejected, issues };
  }
  return {
    ...file,
    outcome: read > rejected ? 'events' : 'unreadable',
    shape,
    lacks,
    reason,
    read,
    rejected,
    issues,
    built,
    span: spanOf(built.columns.time),
  };
}

const asideShapes: Readonly<Record<Aside, Shape>> = {
  digest: shapes.digest,
  'sign file': shapes.signFile,
  'key list': shapes.keyList,
  insight: shapes.insights,
  aggregated: shapes.aggregated,
  'control message': shapes.subscription,
};

/** What the integrity check reads, and so a case keeps. */
const forIntegrity: ReadonlySet<Aside> = new Set(['digest', 'sign file', 'key list']);

function notCloudTrail(reason: string, read: number, head: Uint8Array): string {
  if (read === 0) return 'no CloudTrail records in it';
  if (!reason.startsWith('no JSON')) return reason;
  const isRule = yamlRule.test(new TextDecoder().decode(head));
  return isRule ? 'a detection rule, not events' : 'neither JSON nor a table of CloudTrail events';
}

/** Sigma rules name CloudTrail and its events, and are handed over with logs. */
const yamlRule = /^title:.*\r?\n(?:.*\r?\n)*?(?:id|status|description|references|logsource):/m;

/** Why a file of this kind is not looked into. */
export function refusalOf(kind: Exclude<Kind, 'plain'>): string {
  switch (kind) {
    case 'empty':
      return 'empty file';
    case 'zip':
    case 'tar':
      return 'an archive inside three archives: unpack it and import it by itself';
    case 'gzip':
    case 'utf-16le':
    case 'utf-16be':
    case 'parquet':
      return 'packed more than three times over: unpack it and import what is in it';
    case 'zstd':
      return 'a zstd file: unpack it and import what is in it';
    case 'xz':
    case 'bzip2':
    case '7z':
    case 'rar':
      return `a ${kind} archive: unpack it and import what is in it`;
  }
}

function spanOf(time: Float64Array): Span<EpochMs> | undefined {
  let start = Infinity;
  let end = -Infinity;
  const { length } = time;
  for (let i = 0; i < length; i++) {
    const at = time[i] ?? 0;
    if (at < start) start = at;
    if (at > end) end = at;
  }
  return length === 0 ? undefined : { start, end: end + 1 };
}
