/** What a condition finds, beside what the same term finds in a case. */
export type Finds =
  /** The same events. */
  | 'same'
  /** Those and others: the filter narrows them down after the import. */
  | 'more'
  /** Events that name the thing themselves; a case knows others that belong to it. */
  | 'named';

/** A condition of a statement. */
export interface Condition {
  readonly sql: string;
  readonly finds: Finds;
}

/** The same events. */
export function same(sql: string): Condition {
  return { sql, finds: 'same' };
}
