import { formatIso } from '../core/base/zoned-time.ts';
import type { TrailCheck } from '../core/integrity/check-trail.ts';
import type { IntegrityCheck } from '../core/integrity/integrity-check.ts';
import { logVerdictWords } from '../core/integrity/integrity-words.ts';
import { logVerdicts } from '../core/integrity/log-checks.ts';
import { counted, countText } from './number-text.ts';

/** What a check found, in a sentence or two. */
export function integritySums({ evidence, trail }: IntegrityCheck): string {
  const { same, differs, gone, notKept } = evidence;
  const all = same + differs.length + gone.length;
  const parts = [
    `${countText(same)} of ${counted(all, 'file')} have the SHA-256 noted at import`,
    ...(differs.length > 0 ? [`${countText(differs.length)} have changed`] : []),
    ...(gone.length > 0 ? [`the bytes of ${countText(gone.length)} are gone`] : []),
    ...(notKept > 0 ? [`${counted(notKept, 'other is', 'others are')} not kept in the case`] : []),
  ];
  return `${parts.join('; ')}. ${trail === undefined ? '' : trailSums(trail)}`.trim();
}

function trailSums({ logs, missing, digests }: TrailCheck): string {
  const counts = logVerdicts
    .toReversed()
    .map((verdict) => ({
      word: logVerdictWords[verdict],
      count: logs.filter((log) => log.verdict === verdict).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${countText(count)} ${word}`);
  if (missing.length > 0) counts.push(`${countText(missing.length)} missing`);
  return `By ${counted(digests.length, 'CloudTrail digest')}: ${counted(logs.length, 'log file')}, ${counts.join(', ')}.`;
}

/** What would prove more, and the command that fetches it; empty where there is none. */
export interface Advice {
  readonly text: string;
  readonly command: string;
}

/** What the investigator can still do to have more of the log files proven. */
export function integrityAdvice({ trail }: IntegrityCheck): readonly Advice[] {
  if (trail === undefined) {
    const text =
      'There are no digest files among the evidence, so it can’t be said whether the log files are as CloudTrail delivered them. The bucket has them in AWSLogs/ACCOUNT/CloudTrail-Digest/: import that folder too.';
    return [{ text, command: '' }];
  }
  const advice: Advice[] = [];
  const unkeyed = trail.digests.filter(({ signature }) => signature === 'key missing');
  if (unkeyed.length > 0) {
    const text =
      'Without CloudTrail’s public keys, logs and digests are self-consistent, not proven: someone who changed both goes unnoticed. Save the output of this command in each region, and import it:';
    advice.push({ text, command: keyCommand(unkeyed) });
  }
  if (trail.digests.some(({ signature }) => signature === 'not available')) {
    const text =
      'The newest digest of a chain has its signature in S3’s metadata only: import it from S3, or collect a digest more, and what the newest names can be proven too.';
    advice.push({ text, command: '' });
  }
  return advice;
}

function keyCommand(digests: TrailCheck['digests']): string {
  const ends = digests.map(({ window }) => window.end);
  const start = ends.reduce((a, b) => Math.min(a, b), Infinity);
  const end = ends.reduce((a, b) => Math.max(a, b), -Infinity);
  const regions = [...new Set(digests.map(({ name }) => name?.region ?? 'REGION'))].sort();
  return regions
    .map(
      (region) =>
        `aws cloudtrail list-public-keys --region ${region} --start-time ${formatIso(start, 'UTC')} --end-time ${formatIso(end, 'UTC')} > keys-${region}.json`,
    )
    .join('\n');
}
