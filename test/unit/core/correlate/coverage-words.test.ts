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
  ...{ where: 'between events', usualShare: 0.624, days: { compared: 4, silent: 1 } },
};
const stopped: CoverageGap = {
  ...{ kind: 'trail', span, account: '111122223333', trail: 'main', missing: 'all events' },
  began: { ref: 1, eventName: 'StopLogging' },
  ended: undefined,
};

describe('words for coverage gaps', () => {
  it('say whose events there are none of, and what that rests on', () => {
    expect(gapTitle(silence)).toBe('No events of 111122223333 in eu-west-1');
    expect(gapGround(silence)).toBe(
      'Otherwise it has events in 62 % of all ten-minute stretches, and had some at the same hours on 3 of 4 other days.',
    );
    const edge = { ...silence, where: 'after the last event', days: { compared: 0, silent: 0 } };
    expect(gapGround(edge as CoverageGap)).toBe(
      'Otherwise it has events in 62 % of all ten-minute stretches. This lies after the last event of it.',
    );
    expect(gapSpan(silence, 'UTC')).toBe('2026-03-09 10:00:00Z to 2026-03-09 16:30:00Z, 6 h 30 m');
  });

  it('say which trail was off, since which call, and that others may have recorded', () => {
    expect(gapTitle(stopped)).toBe('Trail main of 111122223333 was off');
    expect(gapGround(stopped)).toBe(
      'It began with StopLogging; the case shows no call that ended it. Other trails may have recorded meanwhile.',
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
