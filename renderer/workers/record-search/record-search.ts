import type { RecordPlaces } from '../../core/table/record-places.ts';

/** What the page tells a worker that searches records. Ending the worker stops it: it writes nothing. */
export interface RecordSearchAsk {
  readonly caseId: string;
  /** Not empty; see TextFinder for what it means. */
  readonly text: string;
  /** The records that this worker looks through. */
  readonly places: RecordPlaces;
}

/** What a worker tells the page, parts at most ten times a second. */
export type RecordSearchTell =
  | {
      readonly kind: 'part';
      /** Records looked through since the part before. */
      readonly searched: number;
      /** Records among them that could not be read. */
      readonly unread: number;
      /** The events, by their refs, whose records have the text in them. */
      readonly found: Uint32Array;
    }
  /** All records were looked through, or could not be read. */
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string };
