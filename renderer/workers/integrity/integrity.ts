import type { OriginalsComparison } from '../../core/integrity/compare-originals.ts';

/** What the page tells the integrity worker. Ending the worker stops it: it writes at the end only. */
export interface IntegrityAsk {
  readonly caseId: string;
  /** Files to compare those of the case with; undefined: the case's own copies are checked. */
  readonly originals: readonly OriginalFile[] | undefined;
}

/** A file beside the case, with its whole path as far as that is known. */
export interface OriginalFile {
  readonly path: string;
  readonly file: Blob;
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
  | { readonly kind: 'compared'; readonly comparison: OriginalsComparison }
  | { readonly kind: 'failed'; readonly reason: string };
