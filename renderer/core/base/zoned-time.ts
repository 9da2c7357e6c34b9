import type { EpochMs } from './units.ts';

/** What a time that is not there, or is no time, reads as. */
export const notInRecord = 'not in this record';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Transitions of the zones in use lie on quarters of an hour; others are told apart below. */
const slotMs = 15 * minuteMs;
const slotsKept = 200_000;
/** The furthest times that ECMAScript's Date can name. */
const furthestMs = 8.64e15;

/** True where the runtime knows `text` as a time zone by name, such as `UTC` or `Asia/Tokyo`. */
export function isZone(text: string): boolean {
  // Newer runtimes take bare offsets too; they are no places, and older runtimes refuse them.
  if (!/^[a-z]/iu.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/**
 * `2026-05-01 10:31:48Z` in UTC, `2026-05-01 12:31:48+02:00` elsewhere; milliseconds only where
 * they are not zero; {@link notInRecord} for what is no time. Throws on an unknown zone.
 */
export function formatTime(time: EpochMs, zone: string): string {
  return format(time, zone, ' ');
}

/** As {@link formatTime}, in the form of ISO 8601: `2026-05-01T10:31:48Z`. */
export function formatIso(time: EpochMs, zone: string): string {
  return format(time, zone, 'T');
}

/** The two largest units of a length of time, cut off below: `3 m 12 s`, `2 d 4 h`, `450 ms`. */
export function formatDuration(length: number): string {
  if (!Number.isFinite(length)) return notInRecord;
  if (length < 0) return `−${formatDuration(-length)}`;
  if (length < 1000) return length < 1 ? '0 s' : `${Math.floor(length)} ms`;
  const seconds = Math.floor(length / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return pair(Math.floor(seconds / 60), 'm', seconds % 60, 's');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1440) return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'm');
  const hours = Math.floor(minutes / 60);
  return pair(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

/**
 * How far the clocks of the zone are ahead of UTC at that time, in milliseconds, to the minute:
 * local mean times of the 19th century have seconds, which ISO 8601 cannot write.
 * Kept per quarter of an hour, so that a million times cost one look-up each.
 */
export function offsetAt(time: EpochMs, zone: string): number {
  return zone === 'UTC' ? 0 : offsetsOf(zone).at(time);
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

function format(time: EpochMs, zone: string, between: string): string {
  if (!(Math.abs(time) <= furthestMs)) return notInRecord;
  const whole = Math.floor(time);
  const offset = offsetAt(whole, zone);
  const local = whole + offset;
  const day = Math.floor(local / dayMs);
  const clock = local - day * dayMs;
  const suffix = zone === 'UTC' ? 'Z' : formatOffset(offset);
  return dateOf(day) + between + clockOf(clock) + suffix;
}

const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

function two(number: number): string {
  return twoDigits[number] ?? '';
}

function clockOf(clock: number): string {
  const hours = Math.floor(clock / hourMs);
  const minutes = Math.floor(clock / minuteMs) % 60;
  const seconds = Math.floor(clock / 1000) % 60;
  const fraction = clock % 1000;
  const text = `${two(hours)}:${two(minutes)}:${two(seconds)}`;
  return fraction === 0 ? text : `${text}.${String(fraction).padStart(3, '0')}`;
}

/** Neighbours in a table share their day: the last one's text is kept. */
let lastDay = Number.NaN;
let lastDate = '';

function dateOf(day: number): string {
  if (day === lastDay) return lastDate;
  const { year, month, dayOfMonth } = civilDate(day);
  lastDay = day;
  lastDate = `${formatYear(year)}-${two(month)}-${two(dayOfMonth)}`;
  return lastDate;
}

/** ISO 8601 writes years outside 0 to 9999 with a sign and six digits. */
function formatYear(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return (year < 0 ? '-' : '+') + String(Math.abs(year)).padStart(6, '0');
}

/** A day of the Gregorian calendar; month and day of month from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

/** The date of a day counted from 1970-01-01, also before it. */
export function civilDate(day: number): CivilDate {
  // Years are counted from March, so that the leap day is a year's last; 400 years have 146,097
  // days, and the first of March of the year 0 is 719,468 days before 1970.
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

function formatOffset(offset: number): string {
  const minutes = Math.abs(offset) / minuteMs;
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const offsetsByZone = new Map<string, ZoneOffsets>();

function offsetsOf(zone: string): ZoneOffsets {
  let offsets = offsetsByZone.get(zone);
  if (offsets === undefined) {
    offsets = new ZoneOffsets(zone);
    offsetsByZone.set(zone, offsets);
  }
  return offsets;
}

/** Offsets of one zone, asked of Intl once per quarter of an hour. */
class ZoneOffsets {
  readonly #intl: Intl.DateTimeFormat;
  readonly #atSlotStart = new Map<number, number>();
  #slot = Number.NaN;
  #offset = 0;

  constructor(zone: string) {
    this.#intl = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  }

  at(time: EpochMs): number {
    const slot = Math.floor(time / slotMs);
    if (slot === this.#slot) return this.#offset;
    const offset = this.#startOf(slot);
    if (offset !== this.#startOf(slot + 1)) return this.#ask(time);
    this.#slot = slot;
    this.#offset = offset;
    return offset;
  }

  #startOf(slot: number): number {
    const known = this.#atSlotStart.get(slot);
    if (known !== undefined) return known;
    if (this.#atSlotStart.size >= slotsKept) this.#atSlotStart.clear();
    const offset = this.#ask(slot * slotMs);
    this.#atSlotStart.set(slot, offset);
    return offset;
  }

  #ask(time: EpochMs): number {
    const nameable = Math.min(Math.max(time, -furthestMs), furthestMs);
    const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/u.exec(this.#intl.format(nameable));
    if (match === null) return 0;
    const seconds = Number(match[4] ?? 0);
    const minutes = Number(match[2]) * 60 + Number(match[3]) + (seconds >= 30 ? 1 : 0);
    return (match[1] === '-' ? -minutes : minutes) * minuteMs;
  }
}
