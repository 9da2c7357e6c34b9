import type { EpochMs, Span } from '../base/units.ts';
import type { Filter, Term } from '../query/filter.ts';
import { parseValuePattern } from '../query/value-pattern.ts';
import { documentedColumns } from './documented-columns.ts';
import { filterSql, type TermAnswer } from './filter-sql.ts';
import { prunePartitions, type Pruning } from './partition-pruning.ts';
import type { HiveType } from './hive-type.ts';
import { asText, RecordSql } from './record-sql.ts';
import { sqlName } from './sql-text.ts';
import { typeAt, type TablePlace, type TrailTable } from './trail-table.ts';

/** What is asked of a table. */
export interface TrailQuestion {
  /** Its span is the question's. */
  readonly filter: Omit<Filter, 'span'>;
  readonly span: Span<EpochMs>;
  /** Days after the span in which its events may have been delivered. */
  readonly lateDays: number;
  /** Of the trail's folders; empty: those that the filter names, else all. */
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
}

/** A statement of Athena's SQL, and what is to be known of it before it is run. */
export interface TrailStatement {
  readonly sql: string;
  readonly answers: readonly TermAnswer[];
  readonly pruning: Pruning;
}

const lineLength = 100;

/**
 * The statement that selects the whole records a question means, structs as JSON, in no order: the
 * app sorts them, and Athena would need the memory of one machine to. Times are compared as texts,
 * which CloudTrail writes alike; those of a fraction of a second count to their whole second.
 */
export function buildStatement(
  table: TrailTable,
  place: TablePlace,
  question: TrailQuestion,
): TrailStatement {
  const record = new RecordSql(table);
  const { filter } = question;
  const named = filterSql(record, filter);
  const pruning = prunePartitions(table.partitions, {
    ...question,
    accounts: wantedValues(question.accounts, filter.terms, 'account'),
    regions: wantedValues(question.regions, filter.terms, 'region'),
  });
  const conditions = [...pruning.conditions, ...timeConditions(table, question.span)];
  const columns = Array.from(table.columns, ([name, type]) => selected(name, type));
  const { catalog, database, table: tableName } = place;
  const from = [catalog, database, tableName].map(sqlName).join('.');
  const sql = `SELECT
  ${inLines(columns)}
FROM ${from}
WHERE ${[...conditions, ...named.conditions].join('\n  AND ')}`;
  return { sql, answers: named.answers, pruning };
}

/** Those chosen; where none is, those that the filter's terms name one by one. */
function wantedValues(
  chosen: readonly string[],
  terms: readonly Term[],
  field: 'account' | 'region',
): readonly string[] {
  if (chosen.length > 0) return chosen;
  const included = terms.filter((term) => term.field === field && !term.exclude);
  const patterns = included.map(({ value }) => parseValuePattern(value));
  const exact = patterns.flatMap((one) =>
    one.kind === 'exact' && one.text !== '' ? one.text : [],
  );
  return exact.length === patterns.length ? exact : [];
}

/** Some to a line: the conditions below are what is looked for. */
function inLines(columns: readonly string[]): string {
  const lines: string[] = [];
  for (const column of columns) {
    const joined = `${lines.at(-1) ?? ''}, ${column}`;
    if (lines.length > 0 && joined.length <= lineLength) lines[lines.length - 1] = joined;
    else lines.push(column);
  }
  return lines.join(',\n  ');
}

function timeConditions(table: TrailTable, { start, end }: Span<EpochMs>): readonly string[] {
  const type = typeAt(table, 'eventtime');
  const isTimestamp = type?.kind === 'plain' && type.name.startsWith('timestamp');
  const literal = (seconds: number): string => {
    const text = new Date(seconds * 1000).toISOString().slice(0, 19);
    return isTimestamp ? `TIMESTAMP '${text.replace('T', ' ')}'` : `'${text}'`;
  };
  return [
    `eventtime >= ${literal(Math.floor(start / 1000))}`,
    `eventtime < ${literal(Math.ceil(end / 1000))}`,
  ];
}

function selected(name: string, type: HiveType): string {
  const expression = documentedColumns.has(name) ? name : sqlName(name);
  const text = asText(expression, type);
  return text === expression ? expression : `${text} AS ${expression}`;
}
