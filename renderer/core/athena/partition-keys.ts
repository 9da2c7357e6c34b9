/** What a partition key divides a trail by. */
export type PartitionPart = 'account' | 'region' | 'date' | 'year' | 'month' | 'day' | 'other';

/** A partition key of a table, understood. */
export interface PartitionKey {
  readonly name: string;
  readonly part: PartitionPart;
  /** Values are numbers, and stand without quotes. */
  readonly isNumber: boolean;
  /** Of a date: how its values are written, in Java's letters; `DATE` for the type of that name. */
  readonly format: string | undefined;
  /** Of a year, month or day: written with so many digits; undefined: that is not known. */
  readonly digits: number | undefined;
  /** The values that there can be; undefined where the table does not list them. */
  readonly values: readonly string[] | undefined;
  /** The first value that there can be, as the format writes it. */
  readonly first: string | undefined;
  /** Athena asks for one of its values in every statement: partition projection of type `injected`. */
  readonly isInjected: boolean;
}

const names: readonly (readonly [PartitionPart, RegExp])[] = [
  ['account', /^(?:aws_?)?account(?:_?id)?$/u],
  ['region', /^(?:aws_?)?region$/u],
  ['year', /^year$/u],
  ['month', /^month$/u],
  ['day', /^day$/u],
];

const numbers: ReadonlySet<string> = new Set(['int', 'integer', 'bigint', 'smallint', 'tinyint']);

/**
 * Understands partition keys by their names and by the table's partition projection
 * (https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html). A key
 * that could be written in more than one way is `other`: no condition is put on it.
 */
export function partitionKeys(
  keys: readonly { readonly name: string; readonly type: string }[],
  parameters: readonly (readonly [name: string, value: string])[],
): readonly PartitionKey[] {
  const properties = new Map(parameters.map(([name, value]) => [name.toLowerCase(), value]));
  const isProjected = properties.get('projection.enabled')?.toLowerCase() === 'true';
  const known = new Set(keys.map(({ name }) => name.toLowerCase()));
  return keys.map(({ name, type }) => {
    const property = (of: string): string | undefined =>
      isProjected ? properties.get(`projection.${name.toLowerCase()}.${of}`)?.trim() : undefined;
    return partitionKey(name.toLowerCase(), type.toLowerCase(), property, known);
  });
}

function partitionKey(
  name: string,
  type: string,
  property: (of: string) => string | undefined,
  known: ReadonlySet<string>,
): PartitionKey {
  const projected = property('type')?.toLowerCase();
  const format = type === 'date' ? 'DATE' : projected === 'date' ? property('format') : undefined;
  const digits = property('digits');
  return {
    name,
    part: partOf(name, format, known),
    isNumber: numbers.has(type),
    format,
    digits: digits === undefined ? undefined : Number(digits),
    values: projected === 'enum' ? property('values')?.split(',') : undefined,
    first: projected === 'date' ? property('range')?.split(',')[0]?.trim() : undefined,
    isInjected: projected === 'injected',
  };
}

function partOf(
  name: string,
  format: string | undefined,
  known: ReadonlySet<string>,
): PartitionPart {
  if (format !== undefined) return isInOrder(format) ? 'date' : 'other';
  const part = names.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';
  // A day by itself may be a number or a whole date, in any form.
  if (part === 'month' || part === 'day')
    return known.has('year') && known.has('month') ? part : 'other';
  return part;
}

/** Whether dates in this form sort as texts in the order of time: the larger unit comes first. */
function isInOrder(format: string): boolean {
  return format === 'DATE' || /^yyyy(?:[^a-z']?MM(?:[^a-z']?dd(?:[^a-z']?HH)?)?)?$/u.test(format);
}
