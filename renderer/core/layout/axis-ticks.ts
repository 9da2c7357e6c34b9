import type { EpochMs, Span } from '../base/units.ts';
import { civilDate, offsetAt } from '../base/zoned-time.ts';

/** A labelled moment of a time axis. */
export interface AxisTick {
  readonly time: EpochMs;
  /** What changes from tick to tick: `10:31`, `1 May`, `May`, `2026`. */
  readonly label: string;
  /** What the label leaves out, where it differs from the tick before: `2026-05-01`, `2026`. */
  readonly context: string;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const monthLength = 30.44 * day;
/** No zone is further than this from UTC: on both sides of a moment lie all offsets it can have. */
const furthestOffset = 15 * hour;

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A wall clock's time, counted as if the zone were UTC. */
type LocalMs = number;

type Labels = Pick<AxisTick, 'label' | 'context'>;

/** A distance between ticks. */
interface Step {
  /** About. */
  readonly length: number;
  /** At least those in the span, in time order. */
  readonly timesIn: (span: Span<EpochMs>, zone: string) => readonly EpochMs[];
  readonly labelsOf: (local: LocalMs) => Labels;
}

/** Lengths that divide an hour or a day, so that ticks stand on round clock times. */
const clockLengths = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
];
const longestYears = 1_000_000;

/** From short to long. */
const steps: readonly Step[] = [
  ...clockLengths.map(clockStep),
  ...[1, 2, 7, 14].map(dayStep),
  ...[1, 2, 3, 6].map((months) => monthStep(months, monthLabel)),
  ...yearCounts().map((years) => monthStep(years * 12, yearLabel)),
];

/**
 * Round moments of a span in a zone's calendar and clock, in time order, at most `most` of them
 * and, over a few milliseconds, a fifth of that at least. The first tick has a context.
 * Steps that the clocks leave out have no tick, and an hour that comes twice has two.
 */
export function axisTicks(span: Span<EpochMs>, zone: string, most: number): readonly AxisTick[] {
  const length = span.end - span.start;
  if (!(length > 0) || !(most >= 1)) return [];
  for (const step of steps) {
    if (length / step.length > most) continue;
    const times = step.timesIn(span, zone).filter((time) => time >= span.start && time < span.end);
    if (times.length <= most) return labelled(times, zone, step.labelsOf);
  }
  return [];
}

function clockStep(length: number): Step {
  return {
    length,
    timesIn: (span, zone) => clockTimes(span, zone, length),
    labelsOf: (local) => clockLabel(local, length),
  };
}

function dayStep(days: number): Step {
  const timesIn: Step['timesIn'] = (span, zone) => dayTimes(span, zone, days);
  return { length: days * day, timesIn, labelsOf: dayLabel };
}

function monthStep(months: number, labelsOf: Step['labelsOf']): Step {
  const timesIn: Step['timesIn'] = (span, zone) => monthTimes(span, zone, months);
  return { length: months * monthLength, timesIn, labelsOf };
}

/** 1, 2, 5, 10, 20, 50 … */
function yearCounts(): readonly number[] {
  const counts: number[] = [];
  for (let power = 1; power < longestYears; power *= 10) counts.push(power, power * 2, power * 5);
  return counts;
}

function clockTimes(span: Span<EpochMs>, zone: string, step: number): readonly EpochMs[] {
  const times: EpochMs[] = [];
  const { start, end } = localSpan(span, zone);
  for (let local = Math.floor(start / step) * step; local < end; local += step)
    times.push(...instantsOf(local, zone));
  // Around a change of the clocks the wall clock does not run in the order of time.
  return times.sort((a, b) => a - b);
}

function dayTimes(span: Span<EpochMs>, zone: string, days: number): readonly EpochMs[] {
  const times: EpochMs[] = [];
  const { start, end } = localSpan(span, zone);
  // Weeks begin on Monday; 1970-01-01 was a Thursday.
  const shift = days % 7 === 0 ? 4 : 0;
  let place = Math.floor((start / day - shift) / days) * days + shift;
  for (; place * day < end; place += days) {
    const time = firstInstantOf(place * day, zone);
    if (time !== times.at(-1)) times.push(time);
  }
  return times;
}

function monthTimes(span: Span<EpochMs>, zone: string, months: number): readonly EpochMs[] {
  const times: EpochMs[] = [];
  const { start, end } = localSpan(span, zone);
  const { year, month } = civilDate(Math.floor(start / day));
  let place = Math.floor((year * 12 + month - 1) / months) * months;
  for (;;) {
    const local = startOfMonth(place);
    if (!(local < end)) return times;
    times.push(firstInstantOf(local, zone));
    place += months;
  }
}

/** The first day of a month counted from January of the year 0. */
function startOfMonth(month: number): LocalMs {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month - Math.floor(month / 12) * 12, 1);
  return date.getTime();
}

/** The wall clock over a span, with room for a change of the clocks inside it. */
function localSpan(span: Span<EpochMs>, zone: string): Span<LocalMs> {
  const before = offsetAt(span.start, zone);
  const after = offsetAt(span.end, zone);
  return { start: span.start + Math.min(before, after), end: span.end + Math.max(before, after) };
}

/** When the wall clock showed this: once, never, or twice. */
function instantsOf(local: LocalMs, zone: string): readonly EpochMs[] {
  const offsets = new Set([
    offsetAt(local - furthestOffset, zone),
    offsetAt(local + furthestOffset, zone),
  ]);
  return [...offsets]
    .map((offset) => local - offset)
    .filter((time) => time + offsetAt(time, zone) === local);
}

/** As {@link instantsOf}, for midnights: the first of two; just after a gap where there is none. */
function firstInstantOf(local: LocalMs, zone: string): EpochMs {
  const instants = instantsOf(local, zone);
  if (instants.length > 0) return Math.min(...instants);
  return local - offsetAt(local - furthestOffset, zone);
}

function labelled(
  times: readonly EpochMs[],
  zone: string,
  labelsOf: (local: LocalMs) => Labels,
): readonly AxisTick[] {
  let last = '';
  return times.map((time) => {
    const { label, context } = labelsOf(time + offsetAt(time, zone));
    const tick = { time, label, context: context === last ? '' : context };
    last = context;
    return tick;
  });
}

function clockLabel(local: LocalMs, step: number): Labels {
  const clock = local - Math.floor(local / day) * day;
  const shown = [Math.floor(clock / hour), Math.floor(clock / minute) % 60];
  if (step < minute) shown.push(Math.floor(clock / second) % 60);
  const label = shown.map((part) => String(part).padStart(2, '0')).join(':');
  const fraction = step < second ? `.${String(clock % second).padStart(3, '0')}` : '';
  const { year, month, dayOfMonth } = dateAt(local);
  const context = [yearText(year), two(month), two(dayOfMonth)].join('-');
  return { label: label + fraction, context };
}

function dayLabel(local: LocalMs): Labels {
  const { year, month, dayOfMonth } = dateAt(local);
  return { label: `${dayOfMonth} ${monthNames[month - 1] ?? ''}`, context: yearText(year) };
}

function monthLabel(local: LocalMs): Labels {
  const { year, month } = dateAt(local);
  return { label: monthNames[month - 1] ?? '', context: yearText(year) };
}

function yearLabel(local: LocalMs): Labels {
  return { label: yearText(dateAt(local).year), context: '' };
}

function dateAt(local: LocalMs): ReturnType<typeof civilDate> {
  return civilDate(Math.floor(local / day));
}

function yearText(year: number): string {
  return year < 0 ? `−${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
