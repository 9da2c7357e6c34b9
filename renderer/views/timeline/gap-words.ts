import { visibleText } from '../../core/base/visible-text.ts';
import { formatDuration, formatTime } from '../../core/base/zoned-time.ts';
import type { CoverageGap } from '../../core/correlate/coverage.ts';
import { message } from '../../messages/message.svelte.ts';

type Silence = Extract<CoverageGap, { readonly kind: 'silence' }>;
type Outage = Extract<CoverageGap, { readonly kind: 'trail' }>;

/** What a gap is, in a line. Texts of the evidence have their hidden characters made visible. */
export function gapTitle(gap: CoverageGap): string {
  const account = gap.account === '' ? message('gap.noAccount') : visibleText(gap.account);
  if (gap.kind !== 'trail') {
    const region = gap.region === '' ? message('gap.noRegion') : visibleText(gap.region);
    return gap.kind === 'silence'
      ? message('gap.silent', { account, region })
      : message('gap.missing', { count: gap.files, account, region });
  }
  const trail = gap.trail === '' ? '' : visibleText(gap.trail);
  return outageTitle(
    gap,
    trail === '' ? message('gap.aTrail') : message('gap.trail', { trail }),
    account,
  );
}

/** What it rests on, in a line. */
export function gapGround(gap: CoverageGap): string {
  switch (gap.kind) {
    case 'silence':
      return silenceGround(gap);
    case 'trail':
      return outageGround(gap);
    case 'missing files': {
      const key = visibleText(gap.key);
      return gap.files === 1
        ? message('gap.named', { key })
        : message('gap.namedAndMore', { key, more: gap.files - 1 });
    }
  }
}

/** From when to when, and how long. */
export function gapSpan({ span }: CoverageGap, zone: string): string {
  return message('gap.span', {
    start: formatTime(span.start, zone),
    end: formatTime(span.end, zone),
    duration: formatDuration(span.end - span.start),
  });
}

function outageTitle({ missing }: Outage, trail: string, account: string): string {
  switch (missing) {
    case 'all events':
      return message('gap.off', { trail, account });
    case 'reads':
      return message('gap.noReads', { trail, account });
    case 'writes':
      return message('gap.noWrites', { trail, account });
  }
}

function silenceGround({ days, usualShare, where }: Silence): string {
  const share = Math.max(1, Math.floor(usualShare * 100));
  const { compared, silent } = days;
  const usual =
    compared === 0
      ? message('gap.usual', { share })
      : message('gap.usualOnDays', { share, spoken: compared - silent, compared });
  switch (where) {
    case 'between events':
      return usual;
    case 'before the first event':
      return message('gap.atStart', { usual });
    case 'after the last event':
      return message('gap.atEnd', { usual });
  }
}

function outageGround({ began, ended }: Outage): string {
  const start = visibleText(began.eventName);
  return ended === undefined
    ? message('gap.notEnded', { start })
    : message('gap.ended', { start, end: visibleText(ended.eventName) });
}
