import type { Row, TextId } from '../base/units.ts';
import type { StoredTextColumn, TextColumn } from './columns.ts';
import type { PackedWords } from './packed-columns.ts';

/** The texts of one column: `texts[id]`. `texts[0]` is the empty text. Each text stands once. */
export interface Dictionary {
  readonly texts: readonly string[];
}

/**
 * All events of the open case as columns in time order (then source, then record index, so that
 * events of one second keep a lasting order). A {@link Row} is a place in these arrays.
 */
export interface EventTable {
  readonly rows: number;
  readonly time: Float64Array;
  readonly text: Readonly<Record<TextColumn, Uint32Array>>;
  readonly dictionaries: Readonly<Record<TextColumn, Dictionary>>;
  readonly flags: Uint32Array;
  /** Four words an event, as in `EventColumns`. */
  readonly eventId: Uint32Array;
  readonly source: Uint32Array;
  /** These three are looked at event by event only, and so as narrow as can be. */
  readonly recordIndex: PackedWords;
  readonly offset: PackedWords | Float64Array;
  readonly byteLength: PackedWords;
  /** `ref[row]`: the event's lasting number; `rowOfRef[ref]` leads back. */
  readonly ref: Uint32Array;
  readonly rowOfRef: Uint32Array;
}

/** The text of a column at a row; empty where the record does not have it. */
export function textAt(table: EventTable, column: TextColumn, row: Row): string {
  return table.dictionaries[column].texts[table.text[column][row] ?? 0] ?? '';
}

/** Dictionaries of the stored columns, as the store keeps them. */
export type StoredDictionaries = Readonly<Record<StoredTextColumn, readonly string[]>>;

/** A fact learnt from one event: this target group is behind this load balancer. */
export interface TargetGroupLink {
  readonly time: number;
  readonly targetGroup: TextId;
  readonly loadBalancer: TextId;
}
