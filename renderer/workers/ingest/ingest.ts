import type { EpochMs } from '../../core/base/units.ts';
import type { ImportSums } from '../../core/source/evidence.ts';

/**
 * Something to import. `file` is one the page holds (dropped or picked), `host file` one that the
 * desktop app reads: named on the command line, or small.
 */
export type EvidenceInput =
  | {
      readonly kind: 'file';
      readonly file: File;
      readonly path: string;
      /** The query that it answers. */
      readonly query?: string | undefined;
    }
  | {
      readonly kind: 'host file';
      readonly number: number;
      readonly path: string;
      readonly name: string;
      readonly bytes: number;
      readonly modified: EpochMs;
    }
  /** One in an object store, which the main process reads: see object-reader.ts. */
  | ObjectInput
  /** What there is nothing to read of: it has its line in the ledger. */
  | {
      readonly kind: 'unlisted';
      readonly path: string;
      readonly outcome: 'skipped' | 'unreadable';
      readonly reason: string;
    };

/** An object as listed; it is refused where it is another one when it is fetched. */
export interface ObjectInput {
  readonly kind: 'object';
  readonly bucket: string;
  readonly key: string;
  /** Its URI. */
  readonly path: string;
  readonly etag: string;
  readonly bytes: number;
  readonly modified: EpochMs;
  /** The query that it is the result of. */
  readonly query?: string | undefined;
}

/** Why an import could not go on, and what to do about it. */
export interface StopReason {
  readonly reason: string;
  readonly wayOut: string;
}

/** What the page tells the ingest worker. Files come in slices, since a long list stalls a page. */
export type IngestAsk =
  | {
      readonly kind: 'start';
      readonly caseId: string;
      /** So long a file may be read without getting on. */
      readonly patienceMs: number;
      /** Ports to the main process, one for each reader, where objects are to be fetched. */
      readonly objects?: readonly MessagePort[];
    }
  | { readonly kind: 'files'; readonly files: readonly EvidenceInput[] }
  /** The list is complete. */
  | { readonly kind: 'end' }
  /** Paused, no further file is begun; what was begun is read to its end. */
  | { readonly kind: 'pause'; readonly paused: boolean }
  | { readonly kind: 'cancel' };

export interface ImportProgress {
  readonly sums: ImportSums;
  /** Of the files and bytes announced so far. */
  readonly filesDone: number;
  readonly filesInAll: number;
  readonly bytesDone: number;
  readonly bytesInAll: number;
  /** The list is complete, so that the totals are final. */
  readonly listed: boolean;
}

/** What the ingest worker tells the page, progress at most five times a second. */
export type IngestTell =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  /** Events were stored: the query worker may refresh. */
  | { readonly kind: 'stored' }
  | {
      readonly kind: 'done';
      readonly importId: number;
      readonly cancelled: boolean;
      /** Set where it had to stop before its end. */
      readonly stopped?: StopReason;
      readonly progress: ImportProgress;
    }
  | { readonly kind: 'failed'; readonly reason: string };
