import type { ObjectPlace } from '../source/object-place.ts';
import { objectUri } from '../source/object-place.ts';
import { documentedColumns } from './documented-columns.ts';
import { ddlName, ddlText } from './sql-text.ts';

/** A table to be made over the logs of a trail. */
export interface NewTable {
  readonly database: string;
  readonly table: string;
  /** What lies right above the folders of the accounts: `…/AWSLogs/`, with an organisation's id. */
  readonly place: ObjectPlace;
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  /** The first day of the trail, as `YYYY-MM-DD`. */
  readonly firstDay: string;
}

/** Why no statement can be made of what was given. */
export type NewTableFault = 'place' | 'accounts' | 'regions' | 'first day' | 'name';

/** What is wrong with a table to be made; undefined: nothing. */
export function newTableFault(table: NewTable): NewTableFault | undefined {
  const isAll = (texts: readonly string[], pattern: RegExp): boolean =>
    texts.length > 0 && texts.every((text) => pattern.test(text));
  if (!/(?:^|\/)AWSLogs\/(?:o-[a-z0-9]+\/)?$/u.test(table.place.prefix)) return 'place';
  if (!isAll(table.accounts, /^\d{12}$/u)) return 'accounts';
  if (!isAll(table.regions, /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/u)) return 'regions';
  if (!/^\d{4}-\d\d-\d\d$/u.test(table.firstDay) || Number.isNaN(Date.parse(table.firstDay))) {
    return 'first day';
  }
  return isAll([table.database, table.table], /^[a-z0-9_]{1,255}$/u) ? undefined : 'name';
}

/**
 * The statement that makes a table over a trail's logs with partition projection by account, region
 * and day of delivery. It reads and moves no log; it adds an entry to the data catalog.
 */
export function createTableStatement(table: NewTable): string {
  const { accounts, regions, firstDay } = table;
  const location = objectUri(table.place);
  const columns = Array.from(documentedColumns, ([name, type]) => `${ddlName(name)} ${type}`);
  const properties: readonly (readonly [string, string])[] = [
    ['projection.enabled', 'true'],
    ['projection.account.type', 'enum'],
    ['projection.account.values', accounts.join(',')],
    ['projection.region.type', 'enum'],
    ['projection.region.values', regions.join(',')],
    ['projection.day.type', 'date'],
    ['projection.day.format', 'yyyy/MM/dd'],
    ['projection.day.range', `${firstDay.replaceAll('-', '/')},NOW`],
    ['projection.day.interval', '1'],
    ['projection.day.interval.unit', 'DAYS'],
    ['storage.location.template', `${location}\${account}/CloudTrail/\${region}/\${day}`],
  ];
  return `CREATE EXTERNAL TABLE ${ddlName(table.database)}.${ddlName(table.table)} (
  ${columns.join(',\n  ')}
)
PARTITIONED BY (\`account\` string, \`region\` string, \`day\` string)
ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'
STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'
OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION ${ddlText(location)}
TBLPROPERTIES (
  ${properties.map(([name, value]) => `${ddlText(name)} = ${ddlText(value)}`).join(',\n  ')}
)`;
}
