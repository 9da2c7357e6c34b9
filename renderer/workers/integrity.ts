/** What the page tells the integrity worker. Ending the worker stops it: it writes at the end only. */
export interface IntegrityAsk {
  readonly caseId: string;
}

/** How far a check is. */
export interface IntegrityProgress {
  readonly filesDone: number;
  readonly filesInAll: number;
}

/** What the integrity worker tells the page, progress at most ten times a second. */
export type IntegrityTell =
  | { readonly kind: 'progress'; readonly progress: IntegrityProgress }
  /** The check is stored with the case. */
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string };
