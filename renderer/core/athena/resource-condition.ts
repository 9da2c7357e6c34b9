import { parseValuePattern } from '../query/value-pattern.ts';
import { parseElbArn } from '../record/elb-arn.ts';
import type { Condition } from './condition.ts';
import type { RecordSql } from './record-sql.ts';
import { sqlLike } from './sql-text.ts';

/**
 * The condition that a record names the load balancer or target group of a term: by ARN or name,
 * anywhere in request, response, error message or resources. Undefined where the value has nothing
 * to look for.
 */
export function resourceCondition(record: RecordSql, value: string): Condition | undefined {
  const pattern = parseValuePattern(value);
  const places = ['requestparameters', 'responseelements', 'errormessage', 'resources'].flatMap(
    (path) => record.text(path) ?? [],
  );
  if (places.length === 0) return undefined;
  const all = `concat_ws(' ', ${places.join(', ')})`;
  if (pattern.kind === 'wildcard') {
    const words = pattern.parts.filter((part) => part !== '');
    if (words.length === 0) return undefined;
    return named(words.map((word) => sqlLike(`lower(${all})`, ['', word, ''])).join(' AND '));
  }
  const needles = needlesOf(pattern.text);
  if (needles.length === 0) return undefined;
  return named(needles.map((needle) => sqlLike(all, ['', needle, ''])).join(' OR '));
}

function named(sql: string): Condition {
  return { sql: `(${sql})`, finds: 'named' };
}

/**
 * What stands in a record that names the thing: the path that its ARN shares with those of its
 * listeners and rules, and the name as a value of JSON. The texts are those of the column
 * `loadBalancer` and `targetGroup`: an ARN, or `name:ACCOUNT/REGION/NAME` and its like, with what
 * tells lives and unknown ones apart behind it.
 */
function needlesOf(text: string): readonly string[] {
  const bare = text.replace(/ \(load balancer unknown\)$/u, '').replace(/ #\d+$/u, '');
  const arn = parseElbArn(bare);
  if (arn !== undefined) {
    const { kind, type, name, id } = arn;
    const path = kind === 'classic load balancer' ? `loadbalancer/${name}` : [type, name, id];
    const joined = typeof path === 'string' ? path : path.filter((part) => part !== '').join('/');
    return [joined, `"${name}"`];
  }
  const name = /^(?:[a-z]+-)?name:[^/]*\/[^/]*\/(.+)$/su.exec(bare)?.[1];
  return name === undefined ? (bare === '' ? [] : [bare]) : [`"${name}"`];
}
