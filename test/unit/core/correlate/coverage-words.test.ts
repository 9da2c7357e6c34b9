import { describe, expect, it } from 'vitest';
import type { CoverageGap } from '../../../../renderer/core/correlate/coverage.ts';
import * as words from '../../../../renderer/core/correlate/coverage-words.ts';
import { inEnglish } from '../../../../renderer/core/words/phrase.ts';

const gapTitle = (gap: CoverageGap): string => inEnglish(words.gapTitle(gap));
const gapGround = (gap: CoverageGap): string => inEnglish(words.gapGround(gap));
const gapSpan = (gap: CoverageGap, zone: string): string => inEnglish(words.gapSpan(gap, zone));

const span = { start: Date.UTC(2026, 2, 9, 10), end: Date.UTC(2026, 2, 9, 16, 30) };
const silence: CoverageGap = {
  ...{ kind: 'silence', span, account: '111122223333', region: 'eu-west-1' },
  ...{ where: 'between events', usualShare: 0.624, days: { compared: 4, silent: 1, length: 1 } },
};
const stopped: CoverageGap = {
  ...{ kind: 'trail', span, account: '111122223333', trail: 'main', missing: 'all events' },
  began: { ref: 1, eventName: 'StopLogging' },
  ended: undefined,
  seenUntil: span.start + 3_600_000,
};

describe('words for coverage gaps', () => {
  it('say whose events there are none of, and what that rests on', () => {
    expect(gapTitle(silence)).toBe('No events of 111122223333 in eu-west-1');
    expect(gapGround(silence)).toBe(
      'At other times, 62 of 100 spans of ten minutes have events of this account and region. The same hours of other days: 3 of the 4 that the case has have events.',
    );
    const edge = {
      ...silence,
      where: 'after the last event',
      days: { compared: 0, silent: 0, length: 1 },
    };
    expect(gapGround(edge as CoverageGap)).toBe(
      'At other times, 62 of 100 spans of ten minutes have events of this account and region. This lies after the last event of it.',
    );
    const long = { ...silence, days: { compared: 3, silent: 0, length: 5 } };
    expect(gapGround(long)).toContain('Other spans of 5 days: 3 of the 3 that the case has have');
    expect(gapSpan(silence, 'UTC')).toBe('2026-03-09 10:00:00Z to 2026-03-09 16:30:00Z, 6 h 30 m');
  });

  it('say which trail was off, since which call, and that others may have recorded', () => {
    expect(gapTitle(stopped)).toBe('Trail main of 111122223333 was off');
    expect(gapGround(stopped)).toBe(
      'It began with StopLogging; the case shows no call that ended it. Other trails may have recorded meanwhile.',
    );
    expect(gapSpan(stopped, 'UTC')).toBe(
      'from 2026-03-09 10:00:00Z, end not in the evidence, at least 1 h',
    );
    expect(gapSpan({ ...stopped, seenUntil: span.start }, 'UTC')).toBe(
      'from 2026-03-09 10:00:00Z, end not in the evidence',
    );
    const ended = { ref: 2, eventName: 'PutEventSelectors' };
    expect(gapTitle({ ...stopped, missing: 'reads', trail: '' })).toBe(
      'A trail of 111122223333 recorded no reads',
    );
    expect(gapGround({ ...stopped, ended })).toContain('it ended with PutEventSelectors.');
  });

  it('say how many log files are missing, and which', () => {
    const gap: CoverageGap = {
      ...{ kind: 'missing files', span, account: '111122223333', region: 'eu-west-1' },
      ...{ files: 3, key: 'AWSLogs/one.json.gz' },
    };
    expect(gapTitle(gap)).toBe('3 log files are missing of 111122223333 in eu-west-1');
    expect(gapGround(gap)).toContain('names AWSLogs/one.json.gz and 2 more, which are not');
    expect(gapTitle({ ...gap, files: 1 })).toContain('1 log file is missing');
    expect(gapGround({ ...gap, files: 1 })).toContain('one.json.gz, which is not');
  });

  it('make hidden characters of the evidence visible', () => {
    expect(gapTitle({ ...stopped, trail: 'a\u202Eb' })).toContain('⟦U+202E⟧');
  });
});
