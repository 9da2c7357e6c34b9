import type { EpochMs, Span, TextId } from '../base/units.ts';
import type { EventTable } from '../table/event-table.ts';
import type { CoverageGap } from './coverage.ts';

/** Stretches in which an account and region speaks or not: ten minutes, 144 a day. */
const stretch = 600_000;
const stretchesADay = 144;
/** A second is the finest that CloudTrail's times tell. */
const second = 1000;
/** An account and region that has spoken in fewer stretches than this has no usual, */
const leastSpoken = 12;
/** nor has one that speaks in a smaller share of them than this: it is silent most of the time. */
const leastShare = 1 / 10;
/** No shorter silence is worth a word: six stretches. */
const leastSilent = 6;
/** A silence this improbable, were stretches independent, is none of the usual ones. */
const mostChance = 1e-6;
/** Silent in more than this share of the other days at the same hours: that is its rhythm. */
const mostRhythm = 1 / 4;
/** Spans of time looked at on either side of a silence. */
const mostCompared = 30;
const daysAWeek = 7;

type Silence = Extract<CoverageGap, { readonly kind: 'silence' }>;

/**
 * Spans in which an account and region that otherwise speaks is silent, longest first within each.
 *
 * Time is cut into stretches of ten minutes. A run of silent ones counts where all of this holds:
 * it is an hour or longer; of the stretches outside the run, a tenth or more have events; had each
 * stretch been silent as often as those, a run so long would come up less than once in a million; and
 * at the same hours of the other days that the case has of it (a silence of days: in the other spans of
 * as many days, one after the other) it was silent in at most a quarter of them, and so in other weeks
 * at the same hours of the same weekdays. Where the case has no such other day, it counts only if the
 * account and region is known for less than a day, in which no nights can be told from silences.
 *
 * The rule errs to saying nothing. One pass over all events, and a look at each stretch with events.
 */
export function silences(table: EventTable): readonly Silence[] {
  const first = table.time[0];
  const last = table.time[table.rows - 1];
  if (first === undefined || last === undefined) return [];
  const whole = { start: first, end: last + second };
  return speakersOf(table).flatMap((speaker) => silencesOf(table, speaker, whole));
}

/** An account and region, and when it spoke. */
interface Speaker {
  readonly account: TextId;
  readonly region: TextId;
  /** Numbers of the stretches with events, ascending, and the first and last event of each. */
  readonly stretches: number[];
  readonly firstIn: EpochMs[];
  readonly lastIn: EpochMs[];
}

function speakersOf({ rows, time, text }: EventTable): readonly Speaker[] {
  const byAccount: Map<TextId, Speaker>[] = [];
  const speakers: Speaker[] = [];
  for (let row = 0; row < rows; row++) {
    const account = text.account[row] ?? 0;
    const region = text.region[row] ?? 0;
    const byRegion = (byAccount[account] ??= new Map<TextId, Speaker>());
    let speaker = byRegion.get(region);
    if (speaker === undefined) {
      speaker = { account, region, stretches: [], firstIn: [], lastIn: [] };
      byRegion.set(region, speaker);
      speakers.push(speaker);
    }
    note(speaker, time[row] ?? 0);
  }
  return speakers;
}

function note({ stretches, firstIn, lastIn }: Speaker, time: EpochMs): void {
  const now = Math.floor(time / stretch);
  const at = stretches.length - 1;
  if (stretches[at] === now) lastIn[at] = time;
  else {
    stretches.push(now);
    firstIn.push(time);
    lastIn.push(time);
  }
}

function silencesOf(
  { dictionaries }: EventTable,
  speaker: Speaker,
  whole: Span<EpochMs>,
): readonly Silence[] {
  const { stretches, firstIn, lastIn } = speaker;
  if (stretches.length < leastSpoken) return [];
  const known = { start: stretches[0] ?? 0, end: (stretches.at(-1) ?? 0) + 1 };
  const account = dictionaries.account.texts[speaker.account] ?? '';
  const region = dictionaries.region.texts[speaker.region] ?? '';
  const found: Silence[] = [];
  const look = (run: Span<number>, span: Span<EpochMs>, where: Silence['where']): void => {
    const judged = judge(stretches, known, run);
    if (judged !== undefined)
      found.push({ kind: 'silence', span, account, region, where, ...judged });
  };
  const begin = Math.floor(whole.start / stretch);
  const end = Math.floor(whole.end / stretch) + 1;
  const firstSeen = firstIn[0] ?? 0;
  look(
    { start: begin, end: known.start },
    { start: whole.start, end: firstSeen },
    'before the first event',
  );
  for (let at = 1; at < stretches.length; at++) {
    const run = { start: (stretches[at - 1] ?? 0) + 1, end: stretches[at] ?? 0 };
    if (run.end - run.start < leastSilent) continue;
    const span = { start: (lastIn[at - 1] ?? 0) + second, end: firstIn[at] ?? 0 };
    look(run, span, 'between events');
  }
  const lastSeen = (lastIn.at(-1) ?? 0) + second;
  look({ start: known.end, end }, { start: lastSeen, end: whole.end }, 'after the last event');
  return found;
}

/** What tells that a run of silent stretches is none of the usual ones; undefined: it may be one. */
function judge(
  stretches: readonly number[],
  known: Span<number>,
  run: Span<number>,
): Pick<Silence, 'usualShare' | 'days'> | undefined {
  const silent = run.end - run.start;
  if (silent < leastSilent) return undefined;
  const isInside = run.start >= known.start && run.end <= known.end;
  const others = known.end - known.start - (isInside ? silent : 0);
  const usualShare = stretches.length / others;
  if (usualShare < leastShare || (1 - usualShare) ** silent >= mostChance) return undefined;
  const length = Math.ceil(silent / stretchesADay);
  const days = compare(stretches, known, run, length);
  const weeks = compare(stretches, known, run, Math.ceil(length / daysAWeek) * daysAWeek);
  const isRhythm = [days, weeks].some((one) => one.silent > mostRhythm * one.compared);
  const canTell = days.compared > 0 || known.end - known.start < stretchesADay;
  return canTell && !isRhythm ? { usualShare, days: { ...days, length } } : undefined;
}

/** The same hours so many days before and after, and again, as far as they are known as a whole. */
function compare(
  stretches: readonly number[],
  known: Span<number>,
  run: Span<number>,
  step: number,
): Omit<Silence['days'], 'length'> {
  let compared = 0;
  let silent = 0;
  for (let times = 1; times <= mostCompared; times++) {
    for (const by of [-times * step, times * step]) {
      const start = run.start + by * stretchesADay;
      const end = run.end + by * stretchesADay;
      if (start < known.start || end > known.end) continue;
      compared += 1;
      if (!speaksIn(stretches, start, end)) silent += 1;
    }
  }
  return { compared, silent };
}

function speaksIn(stretches: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const next = stretches[low];
  return next !== undefined && next < end;
}
