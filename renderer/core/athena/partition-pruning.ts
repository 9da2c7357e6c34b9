import type { EpochMs, Span } from '../base/units.ts';
import { dayPrefixes } from '../source/day-prefixes.ts';
import type { PartitionKey } from './partition-keys.ts';
import { sqlName, sqlText } from './sql-text.ts';

/** Which partitions can hold what is asked for. */
export interface PartitionNeed {
  /** Of the events. */
  readonly span: Span<EpochMs>;
  /** Days after the span in which its events may have been delivered. */
  readonly lateDays: number;
  /** Empty: all. */
  readonly accounts: readonly string[];
  /** Empty: all. */
  readonly regions: readonly string[];
}

/** Conditions by which Athena passes partitions over unread. */
export interface Pruning {
  readonly conditions: readonly string[];
  /** The days are among the conditions: otherwise all of the trail is read. */
  readonly byTime: boolean;
  /** Keys that no condition stands for, though each has to have one. */
  readonly missing: readonly string[];
  /** Keys that are not understood. */
  readonly others: readonly string[];
  /** Where the table begins after the span does: its first value. */
  readonly beginsAt: string | undefined;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The partitions that can hold the events of a span. CloudTrail files an event under the day of its
 * delivery, which comes some minutes after it and may come days after it, and never before.
 */
export function prunePartitions(keys: readonly PartitionKey[], need: PartitionNeed): Pruning {
  const days = deliveryDays(need);
  const named = keys.flatMap((key) => namedCondition(key, need) ?? []);
  const date = keys.flatMap((key) => dateCondition(key, days) ?? []);
  const parts = partsCondition(keys, days);
  const dates = [...date, ...(parts === undefined ? [] : [parts])];
  const begins = keys.find(({ part, first, format }) => {
    if (part !== 'date' || first === undefined || format === undefined) return false;
    return /^\d/u.test(first) && written(days.start, format) < first;
  });
  return {
    conditions: [...named, ...dates],
    byTime: dates.length > 0,
    missing: keys
      .filter((key) => key.isInjected && namedCondition(key, need) === undefined)
      .map(({ name }) => name),
    others: keys
      .filter(({ part, isInjected }) => part === 'other' && !isInjected)
      .map(({ name }) => name),
    beginsAt: begins?.first,
  };
}

/** The whole days (UTC) in which events of a span are delivered. */
function deliveryDays({ span, lateDays }: PartitionNeed): Span<EpochMs> {
  const start = Math.floor(span.start / dayMs) * dayMs;
  const end = Math.ceil(Math.max(span.end, span.start + 1) / dayMs) * dayMs;
  return { start, end: end + lateDays * dayMs };
}

function namedCondition(key: PartitionKey, need: PartitionNeed): string | undefined {
  const { part } = key;
  if (part !== 'account' && part !== 'region') return undefined;
  const wanted = part === 'account' ? need.accounts : need.regions;
  return wanted.length === 0 ? undefined : isOneOf(key, wanted);
}

function dateCondition(key: PartitionKey, days: Span<EpochMs>): string | undefined {
  const { name, part, format } = key;
  if (part !== 'date' || format === undefined) return undefined;
  const literal = (at: EpochMs): string => {
    const text = sqlText(written(at, format));
    return format === 'DATE' ? `DATE ${text}` : text;
  };
  return `${sqlName(name)} BETWEEN ${literal(days.start)} AND ${literal(days.end - 1)}`;
}

/** A time in Java's letters, of which partition keys use these. */
function written(at: EpochMs, format: string): string {
  const iso = new Date(at).toISOString();
  if (format === 'DATE') return iso.slice(0, 10);
  return format
    .replace('yyyy', iso.slice(0, 4))
    .replace('MM', iso.slice(5, 7))
    .replace('dd', iso.slice(8, 10))
    .replace('HH', iso.slice(11, 13));
}

/** Keys for year, month and day: one condition for each year, month or run of days in a month. */
function partsCondition(keys: readonly PartitionKey[], days: Span<EpochMs>): string | undefined {
  const year = keys.find(({ part }) => part === 'year');
  if (year === undefined) return undefined;
  const month = keys.find(({ part }) => part === 'month');
  const day = keys.find(({ part }) => part === 'day');
  const groups = new Map<string, string[]>();
  for (const prefix of dayPrefixes(days)) {
    const [inYear = '', inMonth = '', inDay = ''] = prefix.split('/');
    const group = `${inYear}/${month === undefined ? '' : inMonth}`;
    const found = groups.get(group) ?? [];
    groups.set(group, found);
    if (inDay !== '') found.push(inDay);
  }
  const alternatives = Array.from(groups, ([group, inDays]) => {
    const [inYear = '', inMonth = ''] = group.split('/');
    return [
      isOneOf(year, [inYear]),
      ...(month === undefined || inMonth === '' ? [] : [isOneOf(month, [inMonth])]),
      ...(month === undefined || day === undefined || inDays.length === 0
        ? []
        : [isOneOf(day, inDays)]),
    ].join(' AND ');
  });
  const [first = ''] = alternatives;
  return alternatives.length === 1
    ? first
    : `(${alternatives.map((one) => `(${one})`).join('\n    OR ')})`;
}

function isOneOf(key: PartitionKey, wanted: readonly string[]): string {
  const values = [...new Set(wanted.flatMap((value) => forms(key, value)))];
  const [first = ''] = values;
  return values.length === 1
    ? `${sqlName(key.name)} = ${first}`
    : `${sqlName(key.name)} IN (${values.join(', ')})`;
}

/** A value as the key may have it: `3` and `03` where nothing says how many digits a month has. */
function forms(key: PartitionKey, value: string): readonly string[] {
  if (key.isNumber && /^\d+$/u.test(value)) return [String(Number(value))];
  if (key.part === 'account' || key.part === 'region' || key.part === 'year') {
    return [sqlText(value)];
  }
  if (key.digits !== undefined) return [sqlText(String(Number(value)).padStart(key.digits, '0'))];
  return [sqlText(value), sqlText(String(Number(value)))];
}
