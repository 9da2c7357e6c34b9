import type { EpochMs } from './units.ts';
import { offsetAt } from './zoned-time.ts';

const moment =
  /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d)(?:[T ](?<hour>\d\d)(?::(?<minute>\d\d)(?::(?<second>\d\d)(?:\.(?<fraction>\d{1,3}))?)?)?)?)?)?(?<offset>Z|[+-]\d\d:?\d\d)?$/iu;

/**
 * The moment that a date or time in the form of ISO 8601 begins at: `2026`, `2026-05-01`,
 * `2026-05-01T10:31:48.250`, with a space in place of the T, each with an offset or `Z` behind it.
 * Without one it is a time of `zone`; a time that clocks leave out there is that of the clocks
 * before. Undefined for what is no such time, the 30th of February included.
 */
export function parseTime(text: string, zone: string): EpochMs | undefined {
  const { groups } = moment.exec(text) ?? {};
  if (groups === undefined) return undefined;
  const part = (name: string, without: number): number => Number(groups[name] ?? without);
  const milliseconds = Number((groups['fraction'] ?? '0').padEnd(3, '0'));
  const fields = [
    part('year', 1970),
    part('month', 1) - 1,
    part('day', 1),
    part('hour', 0),
    part('minute', 0),
    part('second', 0),
    milliseconds,
  ] as const;
  const local = utcOf(fields);
  if (local === undefined) return undefined;
  const { offset } = groups;
  if (offset === undefined) return inZone(local, zone);
  const minutes = minutesOf(offset);
  return minutes === undefined ? undefined : local - minutes * 60_000;
}

type Fields = readonly [number, number, number, number, number, number, number];

/** Undefined where a field is out of its range: Date would carry it over. */
function utcOf([year, month, day, hour, minute, second, milliseconds]: Fields): number | undefined {
  const date = new Date(0);
  // Date.UTC takes years below 100 for those of the 20th century.
  date.setUTCFullYear(year, month, day);
  const isDay = date.getUTCMonth() === month && date.getUTCDate() === day;
  if (!isDay || hour > 23 || minute > 59 || second > 59) return undefined;
  return date.setUTCHours(hour, minute, second, milliseconds);
}

function inZone(local: number, zone: string): EpochMs {
  const guess = local - offsetAt(local, zone);
  return local - offsetAt(guess, zone);
}

function minutesOf(offset: string): number | undefined {
  if (offset.toUpperCase() === 'Z') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(-2));
  if (hours > 23 || minutes > 59) return undefined;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
