import type { Filter, Term } from '../query/filter.ts';
import { wordsOf } from '../query/compile-filter.ts';
import { isGuid } from '../table/guid.ts';
import { same, type Condition, type Finds } from './condition.ts';
import { principalCondition } from './principal-condition.ts';
import type { RecordSql } from './record-sql.ts';
import { resourceCondition } from './resource-condition.ts';
import { sqlLike } from './sql-text.ts';
import { addressCondition, textCondition } from './text-condition.ts';

/** What became of a part of a filter. */
export interface TermAnswer {
  /** A term, or a word of the free text. */
  readonly of: Term | string;
  /** `left out`: no condition stands for it, so that the statement finds more. */
  readonly finds: Finds | 'left out';
}

/** A filter's conditions, all of which have to hold, and what became of each of its parts. */
export interface FilterSql {
  readonly conditions: readonly string[];
  readonly answers: readonly TermAnswer[];
}

const elbSources =
  "eventsource IN ('elasticloadbalancing.amazonaws.com', 'elasticloadbalancing.amazonaws.com.cn')";

/**
 * A filter's scope, terms and words as conditions on the rows of a table. Where a term can't be put
 * into SQL, nothing is: no event that the filter selects is lost by it. Only the finds of `named`
 * may be fewer than a case has.
 */
export function filterSql(record: RecordSql, filter: Omit<Filter, 'span'>): FilterSql {
  const conditions: string[] = filter.scope === 'elb' ? [elbSources] : [];
  const answers: TermAnswer[] = [];
  for (const field of new Set(filter.terms.map((term) => term.field))) {
    const terms = filter.terms.filter((term) => term.field === field);
    const found = terms.map((term) => ({ term, condition: conditionOf(record, term) }));
    const included = found.filter(({ term }) => !term.exclude);
    // The terms are alternatives: one that is left out leaves everything in.
    const isWhole = included.every(({ condition }) => condition !== undefined);
    if (isWhole && included.length > 0) {
      conditions.push(anyOf(included.flatMap(({ condition }) => condition?.sql ?? [])));
    }
    for (const { term, condition } of found) {
      const stands = term.exclude ? condition?.finds === 'same' : isWhole;
      if (term.exclude && stands) conditions.push(`NOT COALESCE(${condition?.sql ?? ''}, false)`);
      answers.push({ of: term, finds: (stands ? condition?.finds : undefined) ?? 'left out' });
    }
  }
  for (const word of wordsOf(filter.text)) {
    conditions.push(wordCondition(record, word));
    answers.push({ of: word, finds: 'named' });
  }
  return { conditions, answers };
}

function anyOf(conditions: readonly string[]): string {
  const [first = ''] = conditions;
  return conditions.length === 1 ? first : `(${conditions.join('\n    OR ')})`;
}

function conditionOf(record: RecordSql, { field, value }: Term): Condition | undefined {
  switch (field) {
    // Worked out by the app, known of the case alone, or in no one column.
    case 'tool':
    case 'is':
    case 'has':
    case 'tag':
    case 'integrity':
    case 'record':
      return undefined;
    case 'principal':
      return principalCondition(record, value);
    case 'loadBalancer':
    case 'targetGroup':
      return resourceCondition(record, value);
    case 'outcome':
      return outcomeCondition(record, value);
    case 'access':
      return same(value === 'read' ? record.reads() : `NOT ${record.reads()}`);
    case 'sourceIp':
    case 'accessKey':
    case 'userAgent':
    case 'identity':
    case 'identityType':
    case 'eventName':
    case 'eventSource':
    case 'errorCode':
    case 'region':
    case 'account':
    case 'eventId': {
      const make = field === 'sourceIp' ? addressCondition : textCondition;
      const expression = record.field(field);
      return expression === undefined ? undefined : make(expression, value);
    }
  }
}

function outcomeCondition(record: RecordSql, outcome: string): Condition | undefined {
  const [failed, denied] = [record.failed(), record.denied()];
  if (failed === undefined || denied === undefined) return undefined;
  if (outcome === 'denied') return same(denied);
  if (outcome === 'failed') return same(`(${failed} AND NOT ${denied})`);
  return same(`(NOT ${failed} AND ${outcome === 'read' ? '' : 'NOT '}${record.reads()})`);
}

const searched = [
  ...['eventsource', 'eventname', 'awsregion', 'sourceipaddress', 'useragent', 'useridentity'],
  ...['errorcode', 'errormessage', 'requestparameters', 'responseelements', 'resources'],
  'recipientaccountid',
];

function wordCondition(record: RecordSql, word: string): string {
  const paths = isGuid(word) ? [...searched, 'eventid'] : searched;
  const texts = paths.flatMap((path) => record.text(path) ?? []);
  return sqlLike(`lower(concat_ws(' ', ${texts.join(', ')}))`, [
    '',
    ...word.split(/[^\p{ASCII}]+/u),
    '',
  ]);
}
