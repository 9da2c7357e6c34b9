import { hiveType, type HiveType } from './hive-type.ts';
import { partitionKeys, type PartitionKey } from './partition-keys.ts';

/** What Athena's GetTableMetadata tells of a table. */
export interface TableMetadata {
  readonly name: string;
  readonly columns: readonly ColumnMetadata[];
  readonly partitionKeys: readonly ColumnMetadata[];
  /** Its table properties. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/** A column, with its type as the data catalog writes it. */
export interface ColumnMetadata {
  readonly name: string;
  readonly type: string;
}

/** Where a table is, as a statement names it. */
export interface TablePlace {
  readonly catalog: string;
  readonly database: string;
  readonly table: string;
}

/** A table whose rows are CloudTrail's records. */
export interface TrailTable {
  /** In the table's order, by their names in lower case. */
  readonly columns: ReadonlyMap<string, HiveType>;
  readonly partitions: readonly PartitionKey[];
}

const needed = ['eventtime', 'eventsource', 'eventname'];

/**
 * Reads a table as AWS documents it for CloudTrail (Athena user guide, "Query AWS CloudTrail logs"),
 * whatever its partitions; undefined where it lacks a column that every record has.
 */
export function trailTable(metadata: TableMetadata): TrailTable | undefined {
  const columns = new Map(
    metadata.columns.map(({ name, type }) => [name.toLowerCase(), hiveType(type)]),
  );
  if (!needed.every((name) => columns.get(name)?.kind === 'plain')) return undefined;
  return { columns, partitions: partitionKeys(metadata.partitionKeys, metadata.parameters) };
}

/** The type below a path such as `useridentity.arn`; undefined where the table has no such field. */
export function typeAt({ columns }: TrailTable, path: string): HiveType | undefined {
  const [column = '', ...fields] = path.split('.');
  let type = columns.get(column);
  for (const field of fields) type = type?.kind === 'struct' ? type.fields.get(field) : undefined;
  return type;
}
