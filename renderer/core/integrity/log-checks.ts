import { groupBy } from '../base/group-by.ts';
import type { EpochMs, SourceId, Span } from '../base/units.ts';
import { fileNameOf, isElsewhere, parseLogName } from './delivered-name.ts';
import { isCovered, type DigestCheck, type FoundDigest, type Trust } from './digest-chains.ts';
import type { LoggedFile } from './digest.ts';

/** A log file among the evidence, with the SHA-256 of its content. */
export interface FoundLog {
  readonly source: SourceId;
  readonly path: string;
  /** Undefined where the content cannot be had; `trouble` says why. */
  readonly sha256: string | undefined;
  readonly trouble: string;
}

/**
 * What the digests say of a log file, or a sign file of a query's result, the gravest first. Named
 * after digests, and meant of either.
 */
export const logVerdicts = [
  /** A digest names it with another hash. */
  'altered',
  /** Digests speak of its time, or a sign file lies beside it, and none names it. */
  'unlisted',
  /** It has the hash of a digest that is itself not as it was. */
  'distrusted',
  /** Its content cannot be had, so that there is nothing to compare. */
  'unchecked',
  /** No digest among the evidence speaks of its time. */
  'uncovered',
  /** It has the hash of a digest that nothing outside of the evidence vouches for. */
  'consistent',
  /** It has the hash of a digest that CloudTrail signed. */
  'proven',
] as const;
export type LogVerdict = (typeof logVerdicts)[number];

/** Whether a verdict speaks against the file. */
export function isAgainst(verdict: LogVerdict): boolean {
  return verdict === 'altered' || verdict === 'unlisted' || verdict === 'distrusted';
}

export interface LogCheck {
  readonly source: SourceId;
  readonly verdict: LogVerdict;
  /** The digest, or sign file, that names it; of a result that none names, the one beside it. */
  readonly digest: SourceId | undefined;
  /** What else is to be known; empty where nothing is. */
  readonly remark: string;
}

/** A log file that a digest names and the evidence lacks. */
export interface MissingLog {
  readonly digest: SourceId;
  readonly key: string;
  /** Of its events, or the digest's window where it does not say. */
  readonly span: Span<EpochMs>;
  readonly account: string;
  readonly region: string;
}

/** A log file as a digest names it, and how far that digest is to be relied on. */
interface Entry {
  readonly file: LoggedFile;
  readonly by: DigestCheck;
}

/** Holds log files against what the digests say, and the other way round. */
export class LogRegister {
  readonly #bySha256: ReadonlyMap<string, readonly Entry[]>;
  readonly #byName: ReadonlyMap<string, readonly Entry[]>;
  readonly #windows: ReadonlyMap<string, readonly Span<EpochMs>[]>;

  /** `checks` are those of `digests`. */
  constructor(digests: readonly FoundDigest[], checks: readonly DigestCheck[]) {
    const checkOf = new Map(checks.map((check) => [check.source, check]));
    const entries = digests.flatMap(({ source, digest }) => {
      const by = checkOf.get(source);
      return by === undefined ? [] : digest.files.map((file) => ({ file, by }));
    });
    this.#bySha256 = groupBy(entries, ({ file }) => file.sha256);
    this.#byName = groupBy(entries, ({ file }) => fileNameOf(file.key));
    const grouped = groupBy(checks, ({ account, name }) => `${account} ${name?.region ?? ''}`);
    this.#windows = new Map(
      [...grouped].map(([trail, ofTrail]) => [trail, ofTrail.map(({ window }) => window)]),
    );
  }

  check({ source, path, sha256, trouble }: FoundLog): LogCheck {
    const name = fileNameOf(path);
    const named = mostTrusted(this.#byName.get(name) ?? []);
    if (sha256 === undefined) {
      return { source, verdict: 'unchecked', digest: named?.by.source, remark: trouble };
    }
    const matches = this.#bySha256.get(sha256) ?? [];
    const sameName = matches.filter(({ file }) => fileNameOf(file.key) === name);
    const match = mostTrusted(sameName.length > 0 ? sameName : matches);
    if (match !== undefined) {
      const { key } = match.file;
      const moved = isElsewhere(path, key) ? `it was delivered as ${key}` : '';
      const remark = [moved, trouble].filter((part) => part !== '').join('; ');
      return { source, verdict: verdictBy[match.by.trust], digest: match.by.source, remark };
    }
    if (named !== undefined) {
      return { source, verdict: 'altered', digest: named.by.source, remark: trouble };
    }
    const verdict = this.#isInTime(name) ? 'unlisted' : 'uncovered';
    return { source, verdict, digest: undefined, remark: trouble };
  }

  /** What the digests name and none of these files is, by name or by content. */
  missing(logs: readonly FoundLog[]): readonly MissingLog[] {
    const names = new Set(logs.map(({ path }) => fileNameOf(path)));
    // A file under another name stands for the one it was; two of the same content are two.
    const renamed = logs.filter(({ path }) => !this.#byName.has(fileNameOf(path)));
    const contents = new Set(renamed.map(({ sha256 }) => sha256));
    const missing = new Map<string, MissingLog>();
    for (const [name, entries] of this.#byName) {
      for (const { file, by } of entries) {
        if (names.has(name) || contents.has(file.sha256) || missing.has(file.key)) continue;
        const { account, source: digest, window } = by;
        const region = parseLogName(name)?.region ?? by.name?.region ?? '';
        missing.set(file.key, {
          digest,
          key: file.key,
          span: file.span ?? window,
          account,
          region,
        });
      }
    }
    return [...missing.values()].sort((a, b) => a.span.start - b.span.start);
  }

  /** Names have the minute of delivery, which a digest's window may begin a little after. */
  #isInTime(name: string): boolean {
    const log = parseLogName(name);
    if (log === undefined) return false;
    const span = { start: log.delivered - nameLead, end: log.delivered + nameLead };
    return isCovered(span, this.#windows.get(`${log.account} ${log.region}`) ?? []);
  }
}

const nameLead = 15 * 60_000;

/** The verdict on a file that has the hash that such a digest, or sign file, names. */
export const verdictBy = {
  proven: 'proven',
  consistent: 'consistent',
  broken: 'distrusted',
} as const satisfies Readonly<Record<Trust, LogVerdict>>;

const trustOrder: readonly Trust[] = ['proven', 'consistent', 'broken'];

function mostTrusted(entries: readonly Entry[]): Entry | undefined {
  return entries.toSorted(
    (a, b) => trustOrder.indexOf(a.by.trust) - trustOrder.indexOf(b.by.trust),
  )[0];
}
