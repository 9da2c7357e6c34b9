import { shapes, tableShape, type Shape } from '../../source/shapes.ts';
import { recordName, withRecordNames } from './record-names.ts';
import { parseStruct } from './struct-text.ts';

/** A table whose rows are CloudTrail records. */
export interface RecordTable {
  readonly shape: Shape;
  /** The header alone tells that it is CloudTrail's, whatever the rows hold. */
  readonly isCertain: boolean;
  /** The record of a row, as JSON text in CloudTrail's names, with what the row has and no more. */
  toRecord(cells: readonly string[]): string;
}

/** Understands a table by its columns' names; undefined where they are not CloudTrail's. */
export function recordTable(columns: readonly string[]): RecordTable | undefined {
  return tableOfJson(columns) ?? tableOfFields(columns);
}

/** Columns that hold whole records as JSON, the surest first, and whose they are. */
const jsonColumns = [
  ['eventjson', tableShape('CloudTrail Lake query results', [])],
  ['cloudtrailevent', shapes.lookupEvents],
  ['_raw', shapes.splunk],
  ['event.original', shapes.elastic],
  ['@message', shapes.logsInsights],
] as const;

function tableOfJson(columns: readonly string[]): RecordTable | undefined {
  for (const [name, { name: shapeName }] of jsonColumns) {
    const column = columns.findIndex((each) => each.toLowerCase() === name);
    if (column < 0) continue;
    return {
      shape: { name: shapeName, lacks: [] },
      isCertain: name === 'eventjson' || name === 'cloudtrailevent',
      toRecord: (cells) => cells[column] ?? '',
    };
  }
  return undefined;
}

/**
 * The columns of the console's Event history that are not named as the record's fields are (the
 * header of its CSV export, the same since 2021).
 */
const consoleNames = new Map([
  ['User name', 'userIdentity.userName'],
  ['AWS access key', 'userIdentity.accessKeyId'],
]);

function tableOfFields(columns: readonly string[]): RecordTable | undefined {
  const paths = columns.map(
    (column) => consoleNames.get(column) ?? column.split('.').map(recordName).join('.'),
  );
  if (!['eventName', 'eventSource', 'eventTime'].every((name) => paths.includes(name))) {
    return undefined;
  }
  return {
    shape: tableShape(tableName(columns), paths),
    isCertain: true,
    toRecord: (cells) => {
      const record: Nested = new Map();
      paths.forEach((path, column) => {
        const value = cellValue(path, cells[column] ?? '');
        if (value !== undefined) put(record, path.split('.'), value);
      });
      return JSON.stringify(toObject(record));
    },
  };
}

/** What makes such a table, by how it writes the names. */
function tableName(columns: readonly string[]): string {
  if (columns.some((column) => consoleNames.has(column))) return 'Event history CSV';
  return columns.every((column) => column === column.toLowerCase())
    ? 'Athena or CloudTrail Lake query results'
    : 'table of CloudTrail fields';
}

/** A cell's value; undefined for an empty one, since none of these tables tells "" from nothing. */
function cellValue(path: string, cell: string): unknown {
  if (cell === '') return undefined;
  switch (path) {
    case 'eventTime':
      return zoned(cell);
    case 'readOnly':
    case 'managementEvent':
      return cell === 'true' ? true : cell === 'false' ? false : cell;
    case 'resources':
      return toResources(parsed(cell));
    case 'userIdentity':
      return withRecordNames(parsed(cell));
    default:
      return cell.startsWith('{') || cell.startsWith('[') ? parsed(cell) : cell;
  }
}

/** CloudTrail Lake prints `2023-06-11 16:26:39.000`, and means UTC. */
function zoned(time: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?(?: UTC)?$/.exec(time);
  if (match === null) return time;
  const [, day = '', clock = '', fraction = ''] = match;
  return `${day}T${clock}${/^0*$/.test(fraction) ? '' : `.${fraction}`}Z`;
}

/** JSON, or a struct as Athena prints it; the text itself where it is neither. */
function parsed(cell: string): unknown {
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    return parseStruct(cell) ?? cell;
  }
}

/** Event history has `resourceType` and `resourceName`, Athena lower-case names. */
function toResources(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((resource: unknown) => {
    if (typeof resource !== 'object' || resource === null) return resource;
    const members = new Map<string, unknown>(Object.entries(resource));
    const name = members.get('resourceName');
    const arn = members.get('ARN') ?? members.get('arn') ?? name;
    const isArn = typeof arn === 'string' && arn.startsWith('arn:');
    return {
      ...(isArn ? { ARN: arn } : { resourceName: name }),
      accountId: members.get('accountId') ?? members.get('accountid'),
      type: members.get('type') ?? members.get('resourceType'),
    };
  });
}

type Nested = Map<string, Held>;
type Held = { readonly value: unknown } | { readonly members: Nested };

/** Puts a value below a path. A member that has a value already is not made an object. */
function put(record: Nested, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path;
  const held = record.get(name);
  if (rest.length === 0) {
    record.set(name, { value });
  } else if (held === undefined || 'members' in held) {
    const members = held?.members ?? new Map<string, Held>();
    put(members, rest, value);
    record.set(name, { members });
  }
}

function toObject(record: Nested): unknown {
  return Object.fromEntries(
    [...record].map(([name, held]) => [
      name,
      'members' in held ? toObject(held.members) : held.value,
    ]),
  );
}
