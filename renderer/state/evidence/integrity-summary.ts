import type { EpochMs } from '../../core/base/units.ts';
import { formatIso } from '../../core/base/zoned-time.ts';
import type { TrailCheck } from '../../core/integrity/check-trail.ts';
import type { IntegrityCheck } from '../../core/integrity/integrity-check.ts';
import { logVerdicts, type LogCheck } from '../../core/integrity/log-checks.ts';
import type { SignatureVerdict } from '../../core/integrity/signatures.ts';
import { message } from '../../messages/message.svelte.ts';

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

function trailSums({ logs, missing, digests, signFiles = [] }: TrailCheck): string {
  const signers = new Set(signFiles.map(({ source }) => source));
  const isResult = ({ digest }: LogCheck): boolean => digest !== undefined && signers.has(digest);
  const sums: string[] = [];
  if (digests.length > 0) {
    const delivered = logs.filter((log) => !isResult(log));
    sums.push(
      message('ledger.byDigests', {
        count: digests.length,
        logs: message('ledger.logs', { count: delivered.length }),
        verdicts: verdictSums(delivered, missing.length),
      }),
    );
  }
  if (signFiles.length > 0) {
    const results = logs.filter(isResult);
    const lost = signFiles.reduce((sum, signFile) => sum + signFile.missing.length, 0);
    sums.push(
      message('ledger.bySignFiles', {
        count: signFiles.length,
        logs: message('ledger.results', { count: results.length }),
        verdicts: verdictSums(results, lost),
      }),
    );
  }
  return sums.join(' ');
}

function verdictSums(logs: readonly LogCheck[], missing: number): string {
  const counts = logVerdicts
    .toReversed()
    .map((verdict) => ({
      verdict: message(`verdict.${verdict}`),
      count: logs.filter((log) => log.verdict === verdict).length,
    }))
    .filter(({ count }) => count > 0)
    .map((one) => message('ledger.ofVerdict', one));
  if (missing > 0) counts.push(message('ledger.missing', { count: missing }));
  return counts.join(', ');
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
  const signed: readonly Signed[] = [
    ...trail.digests.map(({ signature, name, window }) => ({
      signature,
      region: name?.region,
      time: window.end,
    })),
    ...(trail.signFiles ?? []).map(({ signature, region, completed }) => ({
      signature,
      region,
      time: completed,
    })),
  ];
  const unkeyed = signed.filter(({ signature }) => signature === 'key missing');
  if (unkeyed.length > 0) {
    advice.push({ text: message('ledger.noKeys'), command: keyCommand(unkeyed) });
  }
  if (trail.digests.some(({ signature }) => signature === 'not available')) {
    advice.push({ text: message('ledger.newest'), command: '' });
  }
  return advice;
}

/** A digest or sign file: what its signature says, and where and when it was signed. */
interface Signed {
  readonly signature: SignatureVerdict;
  readonly region: string | undefined;
  readonly time: EpochMs;
}

function keyCommand(signed: readonly Signed[]): string {
  const times = signed.map(({ time }) => time);
  const start = times.reduce((a, b) => Math.min(a, b), Infinity);
  const end = times.reduce((a, b) => Math.max(a, b), -Infinity);
  const regions = [...new Set(signed.map(({ region }) => region ?? 'REGION'))].sort();
  return regions
    .map(
      (region) =>
        `aws cloudtrail list-public-keys --region ${region} --start-time ${formatIso(start, 'UTC')} --end-time ${formatIso(end, 'UTC')} > keys-${region}.json`,
    )
    .join('\n');
}
