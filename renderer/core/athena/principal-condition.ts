import { exactValue, parseValuePattern } from '../query/value-pattern.ts';
import { same, type Condition } from './condition.ts';
import type { RecordSql } from './record-sql.ts';
import { regexText, sqlLike, sqlText } from './sql-text.ts';
import { textCondition } from './text-condition.ts';

const label =
  /^(role|SSO role|user|root|federated user|account)(?: (.+))? \((\d{12})(?:, (aws-[a-z-]+))?(?:, ([0-9a-f]{16}))?\)$/su;

/** Words of the labels themselves, which no record has. */
const kinds = 'role sso role user root federated user account';

/**
 * The condition that the principal of a record is what the value of a term means: the label that
 * core/record/identity.ts gives it, or a pattern of one. Undefined where nothing of it is in the
 * record.
 */
export function principalCondition(record: RecordSql, value: string): Condition | undefined {
  const pattern = parseValuePattern(value);
  if (pattern.kind === 'wildcard') return mentions(record, pattern.parts);
  const parts = label.exec(pattern.text);
  if (parts !== null) return labelled(record, parts);
  const identity = record.identity();
  if (identity === undefined) return undefined;
  const text = pattern.text.startsWith('"') ? pattern.text.slice(1, -1) : pattern.text;
  return textCondition(identity, exactValue(text));
}

function labelled(record: RecordSql, parts: RegExpExecArray): Condition | undefined {
  const [, kind = '', name = '', account = '', partition = 'aws', suffix] = parts;
  const arn = record.text('useridentity.arn');
  if (arn === undefined) return undefined;
  const at = (service: string): string => `arn:${partition}:${service}::${account}:`;
  const isArn = (...paths: readonly string[]): string =>
    `regexp_like(${arn}, ${sqlText(`(?s)^(${paths.join('|')})$`)})`;
  const ownName = regexText(kind === 'SSO role' ? `AWSReservedSSO_${name}_${suffix ?? ''}` : name);
  const withoutArn = (...conditions: readonly string[]): string =>
    [`${record.filled('useridentity.arn')} = ''`, ...conditions].join(' AND ');
  const member = (field: string, text: string): string =>
    `${record.filled(`useridentity.${field}`)} = ${sqlText(text)}`;
  switch (kind) {
    case 'role':
    case 'SSO role':
      return same(
        isArn(`${at('sts')}assumed-role/${ownName}(/.*)?`, `${at('iam')}role/(.*/)?${ownName}`),
      );
    case 'federated user':
      return same(isArn(`${at('sts')}federated-user/${ownName}`));
    case 'user':
      return same(
        `(${isArn(`${at('iam')}user/(.*/)?${ownName}`)} OR (${withoutArn(
          member('type', 'IAMUser'),
          member('accountid', account),
          member('username', name),
        )}))`,
      );
    case 'root':
      return same(
        `(${isArn(`${at('iam')}root`, `${at('sts')}assumed-root(/.*)?`)} OR (${withoutArn(
          member('type', 'Root'),
          member('accountid', account),
        )}))`,
      );
    default:
      return same(
        `(${withoutArn(
          `${record.filled('useridentity.type')} NOT IN ('IAMUser', 'Root')`,
          `${record.identityWithoutArn()} = ${sqlText(account)}`,
        )})`,
      );
  }
}

/** That the identity holds what of a pattern can only come from the record. */
function mentions(record: RecordSql, parts: readonly string[]): Condition | undefined {
  const whole = record.text('useridentity');
  const words = parts
    .flatMap((part) => part.match(/[\w.@+=-]+/gu) ?? [])
    .filter((word) => !kinds.includes(word));
  if (whole === undefined || words.length === 0) return undefined;
  const sql = words.map((word) => sqlLike(`lower(${whole})`, ['', word, ''])).join(' AND ');
  return { sql: `(${sql})`, finds: 'more' };
}
