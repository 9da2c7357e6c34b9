/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

/** Position of an event in the open case, in time order: it changes when evidence is added. */
export type Row = number;

/** Lasting number of an event within its case, in the order of storing. */
export type EventRef = number;

/** Place of a text in a column's dictionary. 0 is always the empty text: "not in this record". */
export type TextId = number;

/** Lasting number of an evidence file within its case. */
export type SourceId = number;

/** From `start` up to, but not including, `end`. */
export interface Span<T extends number> {
  readonly start: T;
  readonly end: T;
}
