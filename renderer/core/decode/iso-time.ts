import type { EpochMs } from '../base/units.ts';

const decoder = new TextDecoder();

/**
 * The time that a JSON string literal (quotes included) or number spells. CloudTrail writes
 * `YYYY-MM-DDTHH:mm:ssZ`; other exporters add fractions and offsets, or count seconds or
 * milliseconds since 1970. Undefined for anything without a zone or out of range.
 */
export function parseIsoTime(bytes: Uint8Array, start: number, end: number): EpochMs | undefined {
  if (end - start === 22 && bytes[start] === 0x22 && bytes[end - 2] === 0x5a) {
    const time = exactTime(bytes, start + 1);
    if (time !== undefined) return time;
  }
  if (end - start > 64) return undefined;
  const text = decoder.decode(bytes.subarray(start, end));
  if (/^\d{9,13}(\.\d+)?$/.test(text)) {
    const value = Number(text);
    return value < 1e11 ? Math.round(value * 1000) : Math.round(value);
  }
  const match = spelt.exec(text);
  if (match === null) return undefined;
  const [, day = '', clock = '', zone = ''] = match;
  // Date.parse takes the 30th of February for the 2nd of March.
  if (!isDay(day)) return undefined;
  const time = Date.parse(`${day}T${clock}${zone === 'UTC' ? 'Z' : zone.toUpperCase()}`);
  return Number.isNaN(time) ? undefined : time;
}

const spelt =
  /^"(\d{4}-\d\d-\d\d)[Tt ]((?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d+)?) ?([Zz]|UTC|[+-]\d\d:?\d\d)"$/;

function isDay(day: string): boolean {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** `YYYY-MM-DDTHH:mm:ssZ` without making a string: this runs once an event. */
function exactTime(bytes: Uint8Array, at: number): EpochMs | undefined {
  if (bytes[at + 4] !== 0x2d || bytes[at + 7] !== 0x2d || bytes[at + 10] !== 0x54) return undefined;
  if (bytes[at + 13] !== 0x3a || bytes[at + 16] !== 0x3a) return undefined;
  const year = two(bytes, at) * 100 + two(bytes, at + 2);
  const month = two(bytes, at + 5);
  const day = two(bytes, at + 8);
  const hour = two(bytes, at + 11);
  const minute = two(bytes, at + 14);
  const second = two(bytes, at + 17);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return undefined;
  if (!(year >= 1 && hour < 24 && minute < 60 && second < 60)) return undefined;
  const days = daysFromCivil(year, month, day);
  return (days * 86_400 + hour * 3600 + minute * 60 + second) * 1000;
}

/** Two decimal digits, or NaN. */
function two(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - 0x30;
  const ones = (bytes[at + 1] ?? 0) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01 in the Gregorian calendar, counting years from March. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
