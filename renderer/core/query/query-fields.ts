import { fileVerdicts } from '../integrity/integrity-check.ts';
import { accesses, outcomes } from '../table/columns.ts';
import type { FilterField } from './filter.ts';

/** Short names for typing, the first of each field's being the one shown on chips. */
export const fieldNames: readonly (readonly [FilterField, readonly string[]])[] = [
  ['sourceIp', ['ip', 'sourceip']],
  ['accessKey', ['key', 'accesskey']],
  ['tool', ['tool']],
  ['userAgent', ['agent', 'ua', 'useragent']],
  ['principal', ['principal', 'who']],
  ['identity', ['identity', 'arn']],
  ['identityType', ['identitytype']],
  ['loadBalancer', ['lb', 'loadbalancer']],
  ['targetGroup', ['tg', 'targetgroup']],
  ['eventName', ['event', 'action', 'name', 'eventname']],
  ['eventSource', ['service', 'eventsource']],
  ['outcome', ['outcome', 'result']],
  ['access', ['access']],
  ['errorCode', ['error', 'errorcode']],
  ['region', ['region']],
  ['account', ['account']],
  ['is', ['is']],
  ['has', ['has']],
  ['tag', ['tag']],
  ['integrity', ['integrity', 'verdict']],
  ['eventId', ['id', 'eventid']],
  ['record', ['record', 'raw']],
];

/** The names of the two ends of a span of time. */
export const timeNames = ['after', 'before'] as const;
export type TimeName = (typeof timeNames)[number];

const fieldOfName = new Map(
  fieldNames.flatMap(([field, names]) => names.map((name) => [name, field] as const)),
);

/** The field of a name in small letters; undefined where no field is called so. */
export function fieldNamed(name: string): FilterField | undefined {
  return fieldOfName.get(name);
}

/** The end of a span of this name. */
export function timeNamed(name: string): TimeName | undefined {
  return timeNames.find((one) => one === name);
}

/** The short name of a field. */
export function shortName(field: FilterField): string {
  return fieldNames.find(([one]) => one === field)?.[1][0] ?? field;
}

/** The values of a field that has the same ones in every case; undefined for the others. */
export function fixedValues(field: FilterField): readonly string[] | undefined {
  return valuesOfField.get(field);
}

const valuesOfField: ReadonlyMap<FilterField, readonly string[]> = new Map<
  FilterField,
  readonly string[]
>([
  ['outcome', outcomes],
  ['access', accesses],
  ['is', ['starred', 'conflicting']],
  ['has', ['note', 'tag']],
  ['integrity', fileVerdicts],
]);
