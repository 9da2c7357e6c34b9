import { formatIso } from '../core/base/zoned-time.ts';
import type { TrailCheck } from '../core/integrity/check-trail.ts';
import type { IntegrityCheck } from '../core/integrity/integrity-check.ts';
import { logVerdicts } from '../core/integrity/log-checks.ts';
import { message } from '../messages/message.svelte.ts';

/** What a check found, in a sentence or two. */
export function integritySums({ evidence, trail }: IntegrityCheck): string {
  const { same, differs, gone, notKept } = evidence;
  const all = same + differs.length + gone.length;
  const parts = [
    message('ledger.same', { same, count: all }),
    ...(differs.length > 0 ? [message('ledger.changed', { count: differs.length })] : []),
    ...(gone.length > 0 ? [message('ledger.gone', { count: gone.length })] : []),
    ...(notKept > 0 ? [message('ledger.notKept', { count: notKept })] : []),
  ];
  return `${parts.join('; ')}. ${trail === undefined ? '' : trailSums(trail)}`.trim();
}

function trailSums({ logs, missing, digests }: TrailCheck): string {
  const counts = logVerdicts
    .toReversed()
    .map((verdict) => ({
      verdict: message(`verdict.${verdict}`),
      count: logs.filter((log) => log.verdict === verdict).length,
    }))
    .filter(({ count }) => count > 0)
    .map((one) => message('ledger.ofVerdict', one));
  if (missing.length > 0) counts.push(message('ledger.missing', { count: missing.length }));
  return message('ledger.byDigests', {
    count: digests.length,
    logs: message('ledger.logs', { count: logs.length }),
    verdicts: counts.join(', '),
  });
}

/** What would prove more, and the command that fetches it; empty where there is none. */
export interface Advice {
  readonly text: string;
  readonly command: string;
}

/** What the investigator can still do to have more of the log files proven. */
export function integrityAdvice({ trail }: IntegrityCheck): readonly Advice[] {
  if (trail === undefined) {
    return [{ text: message('ledger.noDigests'), command: '' }];
  }
  const advice: Advice[] = [];
  const unkeyed = trail.digests.filter(({ signature }) => signature === 'key missing');
  if (unkeyed.length > 0) {
    advice.push({ text: message('ledger.noKeys'), command: keyCommand(unkeyed) });
  }
  if (trail.digests.some(({ signature }) => signature === 'not available')) {
    advice.push({ text: message('ledger.newest'), command: '' });
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
