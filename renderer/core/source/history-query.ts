import type { EpochMs, Span } from '../base/units.ts';
import type { EvidenceSource } from './evidence.ts';

/** What one region's Event history is asked for. */
export interface HistoryQuery {
  /** Whose history: the account's number, or an access key where it isn't known. */
  readonly account: string;
  readonly region: string;
  /** An attribute of LookupEvents with its value; undefined: all management events. */
  readonly attribute: { readonly name: string; readonly value: string } | undefined;
  /** Of whole seconds. */
  readonly span: Span<EpochMs>;
}

/**
 * An event may be a quarter of an hour old before Event history has it; twice that is waited for.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events.html
 */
const settledMs = 30 * 60 * 1000;

/** The answers to a query, page by page, lie below this; it holds all that was asked. */
export function historyFolder({ account, region, attribute, span }: HistoryQuery): string {
  const what = attribute === undefined ? 'all' : `${attribute.name}=${escaped(attribute.value)}`;
  const parts = [account, region, what, `${secondText(span.start)}--${secondText(span.end)}`];
  return `event-history://${parts.join('/')}/`;
}

/**
 * What of a query is not in the case yet: the same query, one of less time, or undefined where all of
 * it is there. The pages come newest first, so that those of a broken query reach back to their
 * oldest event; the seconds of that one are asked again. Events of the last half an hour before a
 * page was asked for may have been missing in it, and are asked again too.
 */
export function restOfQuery(
  query: HistoryQuery,
  inCase: readonly EvidenceSource[],
): HistoryQuery | undefined {
  const kin = historyFolder({ ...query, span: { start: 0, end: 0 } }).replace(spanPart, '');
  const answers = answersIn(kin, inCase);
  let { start, end } = query.span;
  for (;;) {
    const [from, until] = [start, end];
    for (const answer of answers) {
      if (answer.start <= start && answer.end > start) start = answer.end;
      if (answer.end >= end && answer.start < end) end = answer.start;
    }
    if (start >= end) return undefined;
    if (start === from && end === until) return { ...query, span: { start, end } };
  }
}

const spanPart = /[^/]*\/$/u;
const pagePath = /^([^/]+)--([^/]+)\/page-\d{5,}(-last)?\.json$/u;

/** The spans of time that the answers below an account, region and attribute have, without gaps. */
function answersIn(kin: string, inCase: readonly EvidenceSource[]): readonly Span<EpochMs>[] {
  const answers = new Map<string, { start: EpochMs; end: EpochMs }>();
  const broken = new Set<string>();
  for (const { path, verdict, span, modified } of inCase) {
    const page = path.startsWith(kin) ? pagePath.exec(path.slice(kin.length)) : null;
    if (page === null) continue;
    const [, start = '', end = '', last] = page;
    const key = `${start}--${end}`;
    if (verdict === 'unreadable') broken.add(key);
    const from = timeOf(start);
    const until = Math.min(timeOf(end), floored((modified ?? 0) - settledMs));
    if (Number.isNaN(from) || Number.isNaN(until)) continue;
    const answer = answers.get(key) ?? { start: Infinity, end: until };
    const reached = last === undefined ? floored(span?.start ?? Infinity) + 1000 : from;
    answer.start = Math.min(answer.start, reached);
    answer.end = Math.min(answer.end, until);
    answers.set(key, answer);
  }
  for (const key of broken) answers.delete(key);
  return [...answers.values()].filter(({ start, end }) => start < end);
}

function floored(time: EpochMs): EpochMs {
  return Math.floor(time / 1000) * 1000;
}

/** ISO 8601, without colons: some systems take none in a name. */
function secondText(time: EpochMs): string {
  return new Date(time)
    .toISOString()
    .replace(/\.\d+Z$/u, 'Z')
    .replaceAll(':', '');
}

function timeOf(text: string): EpochMs {
  return Date.parse(text.replace(/T(\d\d)(\d\d)(\d\d)Z$/u, 'T$1:$2:$3Z'));
}

function escaped(value: string): string {
  return encodeURIComponent(value).replaceAll('*', '%2A');
}
