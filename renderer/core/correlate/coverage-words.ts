import type { EpochMs } from '../base/units.ts';
import { visibleText } from '../base/visible-text.ts';
import { formatDuration, formatTime } from '../base/zoned-time.ts';
import type { CoverageGap } from './coverage.ts';

/** What every coverage gap means, in exports. */
export const coverageWarning = 'Absence of events is not absence of action.';

/** What a gap is, in a line. Texts of the evidence have their hidden characters made visible. */
export function gapTitle(gap: CoverageGap): string {
  const account = gap.account === '' ? 'no account' : gap.account;
  if (gap.kind !== 'trail') {
    const what = gap.kind === 'silence' ? 'No events' : missingWords(gap.files);
    return visibleText(`${what} of ${account} in ${gap.region === '' ? 'no region' : gap.region}`);
  }
  const trail = visibleText(gap.trail === '' ? 'A trail' : `Trail ${gap.trail}`);
  const what = gap.missing === 'all events' ? 'was off' : `recorded no ${gap.missing}`;
  return `${trail} of ${visibleText(account)} ${what}`;
}

/** What it rests on, in a line. */
export function gapGround(gap: CoverageGap): string {
  switch (gap.kind) {
    case 'silence':
      return silenceGround(gap);
    case 'trail':
      return trailGround(gap);
    case 'missing files':
      return missingGround(gap);
  }
}

function missingWords(files: number): string {
  return files === 1 ? 'A log file is missing' : `${files} log files are missing`;
}

function missingGround({
  key,
  files,
}: Extract<CoverageGap, { readonly kind: 'missing files' }>): string {
  const others = files === 1 ? '' : ` and ${files - 1} more`;
  const verb = files === 1 ? 'is' : 'are';
  return `CloudTrail’s digest names ${visibleText(key)}${others}, which ${verb} not among the evidence: collect what is missing.`;
}

/** From when to when, and how long. */
export function gapSpan({ span }: CoverageGap, zone: string): string {
  const at = (time: EpochMs): string => formatTime(time, zone);
  return `${at(span.start)} to ${at(span.end)}, ${formatDuration(span.end - span.start)}`;
}

function silenceGround(gap: Extract<CoverageGap, { readonly kind: 'silence' }>): string {
  const { compared, silent } = gap.days;
  const share = Math.max(1, Math.floor(gap.usualShare * 100));
  const usual = `Otherwise it has events in ${share} % of all ten-minute stretches`;
  const days =
    compared === 0
      ? ''
      : `, and had some at the same hours on ${compared - silent} of ${compared} other days`;
  const where = gap.where === 'between events' ? '' : ` This lies ${gap.where} of it.`;
  return `${usual}${days}.${where}`;
}

function trailGround({ began, ended }: Extract<CoverageGap, { readonly kind: 'trail' }>): string {
  const end =
    ended === undefined
      ? 'the case shows no call that ended it'
      : `it ended with ${visibleText(ended.eventName)}`;
  return `It began with ${visibleText(began.eventName)}; ${end}. Other trails may have recorded meanwhile.`;
}
