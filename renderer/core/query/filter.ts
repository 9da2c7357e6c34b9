import type { EpochMs, Span } from '../base/units.ts';
import { holdsLines, type TextColumn } from '../table/columns.ts';

/** The fields whose values are entities, and can be followed through the case. */
export const entityFields = [
  'sourceIp',
  'accessKey',
  'tool',
  'userAgent',
  'principal',
  'identity',
  'loadBalancer',
  'targetGroup',
] as const satisfies readonly TextColumn[];
export type EntityField = (typeof entityFields)[number];

/** What the columns of an event tell: the text columns, and the two facts in the flags. */
export const eventFields = [
  ...entityFields,
  'identityType',
  'eventName',
  'eventSource',
  'outcome',
  'access',
  'errorCode',
  'region',
  'account',
] as const;
export type EventField = (typeof eventFields)[number];

/** What is known of an event besides, and may change while the case is open: see added-columns.ts. */
export const addedFields = ['is', 'has', 'tag', 'integrity'] as const;
export type AddedField = (typeof addedFields)[number];

/**
 * What a term can speak of; `eventId` is the event's own id, where that is a GUID, and `record` the text
 * of the whole record as it lies in the evidence.
 */
export const filterFields = [...eventFields, ...addedFields, 'eventId', 'record'] as const;
export type FilterField = (typeof filterFields)[number];

/** Whether an event can have several values of this field, each on a line of its own. */
export function hasSeveral(field: FilterField): boolean {
  return holdsLines(field) || isAdded(field);
}

/** Whether the values of this field lie in an added column. */
export function isAdded(field: FilterField): field is AddedField {
  return addedFields.some((one) => one === field);
}

/**
 * One condition. `value` is a whole value (`''`: not in the record), or has `*` for any run of
 * characters (but never for "not in the record"); `\*` is the star itself, which `exactValue` of
 * value-pattern.ts writes for a value taken from evidence. For `sourceIp` it may be a CIDR block;
 * for `outcome`, `access`, `is`, `has` and `integrity` one of `fixedValues` (query-fields.ts); for
 * `loadBalancer` and `targetGroup` one of those an event names; for `eventId` a GUID in small letters;
 * for `record` a text, stars and all,
 * that is looked for in whole records (see found-records.ts). Comparison ignores case there, and
 * where there is a `*`.
 */
export interface Term {
  readonly field: FilterField;
  readonly value: string;
  /** True: events that match are left out. */
  readonly exclude: boolean;
}

/**
 * Every time there can be: a span that has one of these ends is open there. They are the first and
 * the last moment that ECMAScript's Date can name.
 */
export const allTime: Span<EpochMs> = { start: -8.64e15, end: 8.64e15 };

/**
 * A selection of events. Terms that include are OR-ed within a field and AND-ed between fields, those
 * on `record` AND-ed too; terms that exclude each remove what they match.
 */
export interface Filter {
  /** `elb`: Elastic Load Balancing's own events only. */
  readonly scope: 'elb' | 'all';
  readonly span: Span<EpochMs> | undefined;
  readonly terms: readonly Term[];
  /**
   * Words that must each occur, whatever the case of letters, in some text column. A word that
   * begins with a double quote goes on, spaces and all, up to the next one.
   */
  readonly text: string;
}

export const everything: Filter = { scope: 'all', span: undefined, terms: [], text: '' };
export const elbOnly: Filter = { ...everything, scope: 'elb' };

/** Columns the table and the CSV can be sorted by: text columns sort by text, not by id. */
export type SortColumn = 'time' | 'outcome' | TextColumn;
export interface Sort {
  readonly column: SortColumn;
  readonly descending: boolean;
}
export const byTime: Sort = { column: 'time', descending: false };
