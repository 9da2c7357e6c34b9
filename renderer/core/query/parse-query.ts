import { parseTime } from '../base/parse-time.ts';
import type { EpochMs, Span } from '../base/units.ts';
import { isGuid } from '../table/guid.ts';
import { addressBlock, isBadAddress } from './address-block.ts';
import { allTime, type Filter, type Term } from './filter.ts';
import {
  fieldNamed,
  fieldNames,
  fixedValues,
  shortName,
  timeNamed,
  timeNames,
} from './query-fields.ts';
import { queryTokens, writtenValue, type QueryToken } from './query-tokens.ts';
import { phrase, type Phrase } from '../words/phrase.ts';

/** What is wrong with a word of a query, and where the word stands. */
export interface QueryProblem {
  readonly span: Span<number>;
  readonly what: Phrase;
}

/** What was typed, as far as it can be told without looking into the case. */
export interface ParsedQuery {
  /** Conditions with their values as typed: what they mean in a case is looked up there. */
  readonly terms: readonly Term[];
  /** From `after:` up to `before:`, open where only one of them stands. */
  readonly span: Span<EpochMs> | undefined;
  /** The words that are no conditions, as free text. */
  readonly words: string;
  readonly scope: Filter['scope'] | undefined;
  readonly problems: readonly QueryProblem[];
}

type Read =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'time'; readonly end: 'start' | 'end'; readonly time: EpochMs }
  | { readonly kind: 'scope'; readonly scope: Filter['scope'] }
  | { readonly kind: 'problem'; readonly problem: QueryProblem };

/**
 * Reads conditions such as `ip:10.0.0.0/8 -event:Describe* after:2026-05-01T10:00 "two words"`.
 * Times without an offset are times of `zone`. Every text is a query, if one with problems.
 */
export function parseQuery(text: string, zone: string): ParsedQuery {
  const read = queryTokens(text).map((token) => readToken(token, zone));
  const problems = read.flatMap((one) => (one.kind === 'problem' ? [one.problem] : []));
  const times = read.filter((one) => one.kind === 'time');
  const span = {
    start: times.findLast(({ end }) => end === 'start')?.time ?? allTime.start,
    end: times.findLast(({ end }) => end === 'end')?.time ?? allTime.end,
  };
  if (times.length > 0 && span.end < span.start) problems.push(nothingBetween(text));
  return {
    terms: read.flatMap((one) => (one.kind === 'term' ? [one.term] : [])),
    span: times.length === 0 ? undefined : span,
    words: read.flatMap((one) => (one.kind === 'word' ? [one.word] : [])).join(' '),
    scope: read.findLast((one) => one.kind === 'scope')?.scope,
    problems,
  };
}

/** Whether a text has a condition in it, such as `ip:` or `-event:Desc`, and not only free text. */
export function hasConditions(text: string): boolean {
  return queryTokens(text).some(({ name }) => name !== undefined);
}

function nothingBetween(text: string): QueryProblem {
  const last = queryTokens(text).findLast(({ name = '' }) => timeNamed(name) !== undefined);
  return {
    span: last?.span ?? { start: 0, end: text.length },
    what: phrase('query.noTimeBetween'),
  };
}

function readToken(token: QueryToken, zone: string): Read {
  const { name, value, span } = token;
  const problem = (what: Phrase, at = span): Read => ({
    kind: 'problem',
    problem: { span: at, what },
  });
  if (name === undefined) return { kind: 'word', word: token.text };
  const field = fieldNamed(name);
  const time = timeNamed(name);
  if (field === undefined && time === undefined && name !== 'scope') {
    return problem(noField(name), { start: span.start, end: token.valueSpan?.start ?? span.end });
  }
  if (value === undefined) return problem(phrase('query.noValue', { name }));
  if (field !== undefined) {
    const inSmallLetters = fixedValues(field) !== undefined || field === 'eventId';
    const term = { field, value: inSmallLetters ? value.toLowerCase() : value };
    const wrong = wrongWith(term, token.quoted);
    if (wrong !== undefined) return problem(wrong, token.valueSpan);
    return { kind: 'term', term: { ...term, exclude: token.exclude } };
  }
  if (token.exclude) return problem(phrase('query.notLeftOut', { name }));
  return time === undefined ? readScope(value, problem) : readTime(time, value, zone, problem);
}

function noField(name: string): Phrase {
  const names = [...fieldNames.map(([, [first]]) => first), ...timeNames].join(', ');
  return phrase('query.noField', { name, names });
}

function readScope(value: string, problem: (what: Phrase) => Read): Read {
  const scope = value.toLowerCase();
  if (scope === 'elb' || scope === 'all') return { kind: 'scope', scope };
  return problem(phrase('query.noScope', { value, scopes: 'elb, all' }));
}

function readTime(
  name: 'after' | 'before',
  value: string,
  zone: string,
  problem: (what: Phrase) => Read,
): Read {
  const time = parseTime(value, zone);
  if (time === undefined) return problem(phrase('query.noTime', { value }));
  return { kind: 'time', end: name === 'after' ? 'start' : 'end', time };
}

/** A value in quotes is taken for what it is: evidence may hold what looks like a bad block. */
function wrongWith(
  { field, value }: Pick<Term, 'field' | 'value'>,
  quoted: boolean,
): Phrase | undefined {
  const values = fixedValues(field);
  if (values?.includes(value) === false) {
    const all = values.join(', ');
    return phrase('query.noSuchValue', { value, field: shortName(field), values: all });
  }
  if (field === 'record' && value === '') return phrase('query.noText');
  if (field === 'eventId' && !isGuid(value)) {
    return phrase('query.noEventId', { value, condition: `record:${writtenValue(value)}` });
  }
  if (field === 'sourceIp' && !quoted && isBadAddress(value)) {
    return phrase('query.noAddress', { value });
  }
  const isMeantAsBlock = field === 'sourceIp' && /^[\da-f.:]+\/[^*]*$/iu.test(value);
  if (isMeantAsBlock && !quoted && addressBlock(value) === undefined) {
    return phrase('query.noBlock', { value });
  }
  return undefined;
}
