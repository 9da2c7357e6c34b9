import { groupBy } from '../base/group-by.ts';
import type { MissingLog } from '../integrity/log-checks.ts';
import type { CoverageGap } from './coverage.ts';

type MissingFiles = Extract<CoverageGap, { readonly kind: 'missing files' }>;

/**
 * Spans of log files that a digest names and the evidence lacks: those of an account and region
 * that meet or overlap are one, and each file is in one. In the order of their starts.
 */
export function missingFiles(missing: readonly MissingLog[]): readonly MissingFiles[] {
  const places = groupBy(missing, ({ account, region }) => `${account} ${region}`);
  return [...places.values()].flatMap(gapsOf).sort((a, b) => a.span.start - b.span.start);
}

function gapsOf(missing: readonly MissingLog[]): readonly MissingFiles[] {
  const gaps: MissingFiles[] = [];
  for (const { account, region, key, span } of missing.toSorted(
    (a, b) => a.span.start - b.span.start,
  )) {
    const last = gaps.at(-1);
    if (last === undefined || span.start > last.span.end) {
      gaps.push({ kind: 'missing files', account, region, span, key, files: 1 });
      continue;
    }
    const end = Math.max(last.span.end, span.end);
    const whole = { start: last.span.start, end };
    gaps[gaps.length - 1] = { ...last, span: whole, files: last.files + 1 };
  }
  return gaps;
}
