import type { EpochMs, Span } from '../base/units.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The folders `YYYY/`, `YYYY/MM/` and `YYYY/MM/DD/` that hold exactly the days (UTC) of a span, the
 * fewest there are, in order of time. The span begins and ends at midnight.
 */
export function dayPrefixes({ start, end }: Span<EpochMs>): readonly string[] {
  const prefixes: string[] = [];
  for (let at = start; at < end;) {
    const day = new Date(at);
    const year = day.getUTCFullYear();
    const month = day.getUTCMonth();
    const nextYear = Date.UTC(year + 1, 0);
    const nextMonth = Date.UTC(year, month + 1);
    const [folder, next] =
      at === Date.UTC(year, 0) && nextYear <= end
        ? [day.toISOString().slice(0, 4), nextYear]
        : at === Date.UTC(year, month) && nextMonth <= end
          ? [day.toISOString().slice(0, 7), nextMonth]
          : [day.toISOString().slice(0, 10), at + dayMs];
    prefixes.push(`${folder.replaceAll('-', '/')}/`);
    at = next;
  }
  return prefixes;
}

/** The time that a folder `YYYY/`, `YYYY/MM/` or `YYYY/MM/DD/` stands for; undefined for others. */
export function spanOfFolder(folder: string): Span<EpochMs> | undefined {
  const parts = /^(\d{4})\/(?:(\d\d)\/(?:(\d\d)\/)?)?$/u.exec(folder);
  if (parts === null) return undefined;
  const [year = 0, month, day] = parts
    .slice(1)
    .map((part: string | undefined) => (part === undefined ? undefined : Number(part)));
  if (month === undefined) return { start: Date.UTC(year, 0), end: Date.UTC(year + 1, 0) };
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return { start: Date.UTC(year, month - 1), end: Date.UTC(year, month) };
  const start = Date.UTC(year, month - 1, day);
  return day < 1 || new Date(start).getUTCDate() !== day
    ? undefined
    : { start, end: start + dayMs };
}
