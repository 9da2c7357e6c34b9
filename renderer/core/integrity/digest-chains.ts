import { groupBy } from '../base/group-by.ts';
import type { EpochMs, SourceId, Span } from '../base/units.ts';
import { isElsewhere, parseDigestName, type DigestName } from './delivered-name.ts';
import type { Digest } from './digest.ts';
import { signedText, type SignatureChecker, type SignatureVerdict } from './signatures.ts';

/** A digest among the evidence, with the SHA-256 of its content. */
export interface FoundDigest {
  readonly source: SourceId;
  readonly path: string;
  readonly sha256: string;
  /** Hex; of S3's metadata, where it was fetched with them. */
  readonly signature: string | undefined;
  readonly digest: Digest;
}

/**
 * How far a digest is to be relied on. `proven`: CloudTrail signed it, or the next one, which is
 * proven, has its hash. `consistent`: nothing speaks against it, and nothing outside of the
 * evidence for it. `broken`: its signature or its hash is not the one that the next digest has.
 */
export type Trust = 'proven' | 'consistent' | 'broken';

/** A digest's verdicts. */
export interface DigestCheck {
  readonly source: SourceId;
  readonly key: string;
  readonly account: string;
  /** Undefined where its key is not that of a digest. */
  readonly name: DigestName | undefined;
  readonly window: Span<EpochMs>;
  readonly files: number;
  readonly signature: SignatureVerdict;
  /** Whether the digest that follows has its hash; `none` for the newest. */
  readonly next: 'matches' | 'differs' | 'none';
  /** Whether the digest before it is among the evidence, and has the hash that it says. */
  readonly previous: 'start' | 'matches' | 'differs' | 'missing';
  readonly trust: Trust;
  /** It has another name, or lies in another folder, than it says itself. */
  readonly isMoved: boolean;
}

/** Time that no digest of a trail speaks of. */
export interface DigestGap {
  readonly account: string;
  readonly region: string;
  readonly trail: string;
  readonly span: Span<EpochMs>;
  /**
   * `missing`: the digest after it names one before it that is not among the evidence. `restarted`:
   * it begins a chain, as after logging was stopped. `unexplained`: it names the digest before the
   * gap, though their times leave one. `backfilled`: later digests speak of the time.
   */
  readonly kind: 'missing' | 'restarted' | 'unexplained' | 'backfilled';
}

/** Checks every digest against its neighbours and the keys; newest first, as trust goes back. */
export async function checkDigests(
  found: readonly FoundDigest[],
  checker: SignatureChecker,
): Promise<readonly DigestCheck[]> {
  const byKey = groupBy(found, ({ digest }) => placeOf(digest.bucket, digest.key));
  const followers = groupBy(
    found.flatMap((by) => (by.digest.previous ? [{ by, says: by.digest.previous }] : [])),
    ({ says }) => placeOf(says.bucket, says.key),
  );
  const newestFirst = found.toSorted((a, b) => b.digest.window.end - a.digest.window.end);
  const trusts = new Map<FoundDigest, Trust>();
  const checks: DigestCheck[] = [];
  for (const file of newestFirst) {
    const { digest, source, sha256 } = file;
    const next = followers.get(placeOf(digest.bucket, digest.key)) ?? [];
    const matching = next.find(({ says }) => says.sha256 === sha256);
    const said = (matching ?? next[0])?.says.signature ?? file.signature;
    const { fingerprint, window } = digest;
    const signed = { text: signedText(digest, sha256), fingerprint, time: window.end };
    const signature = await checker.check(signed, said);
    const nextSays = next.length === 0 ? 'none' : matching === undefined ? 'differs' : 'matches';
    const trust = trustOf(signature, nextSays, matching && trusts.get(matching.by));
    trusts.set(file, trust);
    checks.push({
      source,
      key: digest.key,
      account: digest.account,
      name: parseDigestName(digest.key),
      window,
      files: digest.files.length,
      signature,
      next: nextSays,
      previous: previousVerdict(digest, byKey),
      trust,
      isMoved: isElsewhere(file.path, digest.key),
    });
  }
  return checks.reverse();
}

/** How far a file is to be relied on by its signature, and by what a later one says of it. */
export function trustOf(
  signature: SignatureVerdict,
  next: DigestCheck['next'],
  nextTrust: Trust | undefined,
): Trust {
  if (signature === 'wrong' || signature === 'key out of time' || next === 'differs')
    return 'broken';
  if (signature === 'valid') return 'proven';
  return next === 'matches' && nextTrust === 'proven' ? 'proven' : 'consistent';
}

function previousVerdict(
  { previous }: Digest,
  byKey: ReadonlyMap<string, readonly FoundDigest[]>,
): DigestCheck['previous'] {
  if (previous === undefined) return 'start';
  const before = byKey.get(placeOf(previous.bucket, previous.key));
  if (before === undefined) return 'missing';
  return before.some(({ sha256 }) => sha256 === previous.sha256) ? 'matches' : 'differs';
}

function placeOf(bucket: string, key: string): string {
  return `${bucket}/${key}`;
}

/** The times between the digests of each trail that none of them speaks of. */
export function digestGaps(checks: readonly DigestCheck[]): readonly DigestGap[] {
  const chains = groupBy(checks, ({ account, name }) =>
    JSON.stringify([account, name?.account, name?.region, name?.trail]),
  );
  return [...chains.values()].flatMap(gapsOfTrail);
}

function gapsOfTrail(checks: readonly DigestCheck[]): readonly DigestGap[] {
  const isBackfill = ({ name }: DigestCheck): boolean => name?.isBackfill === true;
  const backfills = checks.filter(isBackfill).map(({ window }) => window);
  const inOrder = checks
    .filter((check) => !isBackfill(check))
    .sort((a, b) => a.window.start - b.window.start);
  const gaps: DigestGap[] = [];
  let end = inOrder[0]?.window.end ?? 0;
  for (const { window, previous, account, name } of inOrder) {
    if (window.start > end) {
      const span = { start: end, end: window.start };
      const trail = { account, region: name?.region ?? '', trail: name?.trail ?? '' };
      gaps.push({
        ...trail,
        span,
        kind: isCovered(span, backfills) ? 'backfilled' : gapKinds[previous],
      });
    }
    end = Math.max(end, window.end);
  }
  return gaps;
}

const gapKinds = {
  start: 'restarted',
  missing: 'missing',
  matches: 'unexplained',
  differs: 'unexplained',
} as const;

/** Whether the windows together leave nothing of the span out. */
export function isCovered(
  { start, end }: Span<EpochMs>,
  windows: readonly Span<EpochMs>[],
): boolean {
  let covered = start;
  for (const window of windows.toSorted((a, b) => a.start - b.start)) {
    if (window.start > covered) return false;
    covered = Math.max(covered, window.end);
    if (covered >= end) return true;
  }
  return covered >= end;
}
