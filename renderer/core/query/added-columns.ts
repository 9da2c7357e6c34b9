import { recordOf } from '../base/record-of.ts';
import { addedFields, type AddedField } from './filter.ts';

/**
 * What is known of events beside their records: an event's values are the lines of
 * `texts[ids[row]]`. The empty text means that there is none, and a text may stand more than once.
 */
export interface AddedColumn {
  readonly ids: Uint32Array;
  readonly texts: readonly string[];
}

/** These change while a case is open: verdicts of a check, and what the investigator puts to events. */
export type AddedColumns = Readonly<Record<AddedField, AddedColumn>>;

/** Nothing is known of any event: for so many rows. */
export function noAddedColumns(rows: number): AddedColumns {
  const none = { ids: new Uint32Array(rows), texts: [''] };
  return recordOf(addedFields, () => none);
}
