import type { EpochMs } from '../base/units.ts';

/** What the name of a delivered log file tells. */
export interface LogName {
  readonly account: string;
  readonly region: string;
  /** The minute of its delivery. */
  readonly delivered: EpochMs;
}

/** What the name of a digest tells: which chain it belongs to. */
export interface DigestName {
  readonly account: string;
  readonly region: string;
  readonly trail: string;
  /** Backfill digests, for windows that had none at first, are a chain of their own. */
  readonly isBackfill: boolean;
}

/** The last part of a key or path, without `.gz`: collections are often handed over inflated. */
export function fileNameOf(path: string): string {
  return (path.split(/[/\\]/u).at(-1) ?? '').replace(/\.gz$/iu, '');
}

/**
 * Whether a file was taken from where CloudTrail put it: its name is another, or its path has
 * CloudTrail's own folders and they are others. A collection may leave the folders out.
 */
export function isElsewhere(path: string, key: string): boolean {
  if (fileNameOf(path) !== fileNameOf(key)) return true;
  const [found, delivered] = [path, key].map(ownFolders);
  return found !== '' && delivered !== '' && found !== delivered;
}

/** From `AWSLogs` on, which is where a prefix of the bucket's owner ends. */
function ownFolders(path: string): string {
  const slashes = path.replaceAll('\\', '/');
  const start = slashes.lastIndexOf('AWSLogs/');
  return start < 0 ? '' : slashes.slice(start).replace(/\.gz$/iu, '');
}

/** Log files, Insights and network activity files alike ("CloudTrail log file names"). */
const logName =
  /^(\d{12})_CloudTrail(?:-(?!Digest)\w+)?_([a-z0-9-]+)_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z_\w+\.json$/u;

/** Undefined for every other name. */
export function parseLogName(name: string): LogName | undefined {
  const match = logName.exec(name);
  if (match === null) return undefined;
  const [, account = '', region = '', year, month, day, hour, minute] = match;
  const delivered = Date.parse(
    `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}Z`,
  );
  return Number.isNaN(delivered) ? undefined : { account, region, delivered };
}

/** A trail's name may have underscores of its own; the regions around it have none. */
const digestName =
  /^(\d{12})_CloudTrail-Digest_([a-z0-9-]+)_(.+)_[a-z0-9-]+_\d{8}T\d{6}Z(_backfill)?\.json$/u;

/** Undefined where the name is not that of a digest. */
export function parseDigestName(key: string): DigestName | undefined {
  const match = digestName.exec(fileNameOf(key));
  if (match === null) return undefined;
  const [, account = '', region = '', trail = '', backfill] = match;
  return { account, region, trail, isBackfill: backfill !== undefined };
}
