import type { FilterField } from '../query/filter.ts';
import { deniedCodes, readVerbs, writesDespiteVerb } from '../record/access.ts';
import type { HiveType } from './hive-type.ts';
import { regexText, sqlText } from './sql-text.ts';
import { typeAt, type TrailTable } from './trail-table.ts';

/** Expressions over a row of a table that tell what the app's columns tell of its record. */
export class RecordSql {
  readonly #table: TrailTable;

  constructor(table: TrailTable) {
    this.#table = table;
  }

  /** A field of the record as text, such as `useridentity.arn`; undefined: the table lacks it. */
  text(path: string): string | undefined {
    const type = typeAt(this.#table, path);
    return type && asText(path, type);
  }

  /** The field, or the empty text where the record or the table lacks it. */
  filled(path: string): string {
    const text = this.text(path);
    return text === undefined ? "''" : `COALESCE(${text}, '')`;
  }

  /** The first of these fields that a record has; undefined: the table has none of them. */
  firstOf(paths: readonly string[]): string | undefined {
    const texts = paths.flatMap((path) => this.text(path) ?? []);
    const [only] = texts;
    if (texts.length < 2) return only;
    return `COALESCE(${texts.map((text) => `NULLIF(${text}, '')`).join(', ')})`;
  }

  /** What a filter's field reads; undefined for one that no expression stands for. */
  field(field: FilterField): string | undefined {
    const path = paths[field];
    if (path !== undefined) return this.text(path);
    if (field === 'identity') return this.identity();
    if (field !== 'account') return undefined;
    return this.firstOf([
      'recipientaccountid',
      'useridentity.accountid',
      'useridentity.sessioncontext.sessionissuer.accountid',
    ]);
  }

  /** The column `identity`, as core/record/identity.ts says. */
  identity(): string | undefined {
    const arn = this.text('useridentity.arn');
    return arn && `COALESCE(NULLIF(${arn}, ''), ${this.identityWithoutArn()})`;
  }

  /** The column `identity` of a record that has no ARN for it. */
  identityWithoutArn(): string {
    const type = this.filled('useridentity.type');
    const [account, name, service] = ['accountid', 'username', 'invokedby'].map((member) =>
      this.filled(`useridentity.${member}`),
    );
    const first = (...members: readonly string[]): string =>
      this.firstOf(members.map((member) => `useridentity.${member}`)) ?? "''";
    return `CASE
      WHEN ${type} IN ('AWSService', '') AND ${service ?? ''} <> '' THEN ${service ?? ''}
      WHEN ${type} = 'Root' AND ${account ?? ''} <> '' THEN 'arn:aws:iam::' || ${account ?? ''} || ':root'
      WHEN ${type} = 'IAMUser' AND ${account ?? ''} <> '' AND ${name ?? ''} <> ''
        THEN ${account ?? ''} || ':user/' || ${name ?? ''}
      WHEN ${type} IN ('SAMLUser', 'WebIdentityUser')
        THEN ${first('principalid', 'username', 'identityprovider', 'accountid')}
      ELSE ${first('onbehalfof.userid', 'username', 'principalid', 'accountid', 'identityprovider', 'invokedby')}
    END`;
  }

  /** Whether the call was refused for want of permission; undefined: the table has no error codes. */
  denied(): string | undefined {
    const code = this.text('errorcode');
    const names = [...deniedCodes].map(regexText).join('|');
    const pattern = `(?s)^(Client\\.|Server\\.)?(AccessDenied.*|(${names}|.*UnauthorizedOperation)(Exception)?)$`;
    return code && `COALESCE(regexp_like(${code}, ${sqlText(pattern)}), false)`;
  }

  /** Whether the call failed, for whatever reason. */
  failed(): string | undefined {
    if (this.text('errorcode') === undefined) return undefined;
    const message = this.text('errormessage');
    const code = `${this.filled('errorcode')} <> ''`;
    return message === undefined ? code : `(${code} OR COALESCE(${message}, '') <> '')`;
  }

  /** Whether the call changes nothing: as it says itself, else by its name. */
  reads(): string {
    const pattern = `^(Batch)?(${readVerbs.join('|')})([^a-z]|$)`;
    const exceptions = [...writesDespiteVerb].map(sqlText).join(', ');
    const byName = `(regexp_like(eventname, ${sqlText(pattern)}) AND eventname NOT IN (${exceptions}))`;
    if (this.text('readonly') === undefined) return `COALESCE(${byName}, false)`;
    return `COALESCE(CASE ${this.text('readonly') ?? ''}
      WHEN 'true' THEN true WHEN 'false' THEN false ELSE ${byName} END, false)`;
  }
}

/** Fields that are a member of the record and no more. */
const paths: Readonly<Partial<Record<FilterField, string>>> = {
  sourceIp: 'sourceipaddress',
  accessKey: 'useridentity.accesskeyid',
  userAgent: 'useragent',
  identityType: 'useridentity.type',
  eventName: 'eventname',
  eventSource: 'eventsource',
  errorCode: 'errorcode',
  region: 'awsregion',
  eventId: 'eventid',
};

/** An expression of some type as text: structs, lists and maps as JSON. */
export function asText(expression: string, type: HiveType): string {
  if (type.kind !== 'plain') return `json_format(CAST(${expression} AS JSON))`;
  return /^(?:string|(?:var)?char\b)/u.test(type.name)
    ? expression
    : `CAST(${expression} AS VARCHAR)`;
}
