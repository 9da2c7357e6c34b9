import { visibleText } from '../base/visible-text.ts';
import { formatDuration, formatTime } from '../base/zoned-time.ts';
import { phrase, type Phrase } from '../words/phrase.ts';
import type { CoverageGap } from './coverage.ts';

type Silence = Extract<CoverageGap, { readonly kind: 'silence' }>;
type Outage = Extract<CoverageGap, { readonly kind: 'trail' }>;

/** What a gap is, in a line. Texts of the evidence have their hidden characters made visible. */
export function gapTitle(gap: CoverageGap): Phrase {
  const account = gap.account === '' ? phrase('gap.noAccount') : visibleText(gap.account);
  if (gap.kind === 'trail') return outageTitle(gap, account);
  const region = gap.region === '' ? phrase('gap.noRegion') : visibleText(gap.region);
  return gap.kind === 'silence'
    ? phrase('gap.silent', { account, region })
    : phrase('gap.missing', { count: gap.files, account, region });
}

/** What it rests on, in a line. */
export function gapGround(gap: CoverageGap): Phrase {
  switch (gap.kind) {
    case 'silence':
      return silenceGround(gap);
    case 'trail':
      return outageGround(gap);
    case 'missing files': {
      const key = visibleText(gap.key);
      return gap.files === 1
        ? phrase('gap.named', { key })
        : phrase('gap.namedAndMore', { key, more: gap.files - 1 });
    }
  }
}

/** From when to when, and how long; of one without an end in the case, how long at the least. */
export function gapSpan(gap: CoverageGap, zone: string): Phrase {
  const { span } = gap;
  if (gap.kind === 'trail' && gap.ended === undefined) {
    const start = formatTime(span.start, zone);
    const least = gap.seenUntil - span.start;
    return least === 0
      ? phrase('gap.open', { start })
      : phrase('gap.openFor', { start, duration: formatDuration(least) });
  }
  return phrase('gap.span', {
    start: formatTime(span.start, zone),
    end: formatTime(span.end, zone),
    duration: formatDuration(span.end - span.start),
  });
}

function outageTitle({ trail: name, missing }: Outage, account: string | Phrase): Phrase {
  const trail =
    name === '' ? phrase('gap.aTrail') : phrase('gap.trail', { trail: visibleText(name) });
  switch (missing) {
    case 'all events':
      return phrase('gap.off', { trail, account });
    case 'reads':
      return phrase('gap.noReads', { trail, account });
    case 'writes':
      return phrase('gap.noWrites', { trail, account });
  }
}

function silenceGround({ days, usualShare, where }: Silence): Phrase {
  const usual = usualInWords(Math.floor(usualShare * 100), days);
  switch (where) {
    case 'between events':
      return usual;
    case 'before the first event':
      return phrase('gap.atStart', { usual });
    case 'after the last event':
      return phrase('gap.atEnd', { usual });
  }
}

function usualInWords(share: number, { compared, silent, length }: Silence['days']): Phrase {
  const spoken = compared - silent;
  if (compared === 0) return phrase('gap.usual', { share });
  return length === 1
    ? phrase('gap.usualOnDays', { share, spoken, compared })
    : phrase('gap.usualInSpans', { share, spoken, compared, length });
}

function outageGround({ began, ended }: Outage): Phrase {
  const start = visibleText(began.eventName);
  return ended === undefined
    ? phrase('gap.notEnded', { start })
    : phrase('gap.ended', { start, end: visibleText(ended.eventName) });
}
