import type { EpochMs, SourceId, Span } from '../base/units.ts';

/** What became of an evidence file. */
export type Verdict =
  | 'imported'
  /** Some records were kept; others, or the rest of the file, could not be read. */
  | 'partly'
  /** The same bytes are in the case already. */
  | 'duplicate'
  /** Read, and not CloudTrail. */
  | 'skipped'
  | 'unreadable'
  /** An archive: its files have verdicts of their own. */
  | 'archive';

/** Records that were not stored again, since an earlier import had stored the same. */
export interface OwedRecords {
  readonly importId: number;
  /** 0 where only the bytes are the earlier import's: of a file without records. */
  readonly records: number;
}

/** What an object store said of an object that became an evidence file. */
export interface ObjectOrigin {
  /** Quotes taken off. Of the object's bytes only where it was written in one piece. */
  readonly etag: string;
  /** Undefined where the bucket keeps no versions. */
  readonly versionId: string | undefined;
  /**
   * Its `x-amz-meta-` headers without that beginning. Of a digest file: `signature`, which is in no
   * other place for the newest one, and `signature-algorithm`.
   */
  readonly metadata: readonly (readonly [name: string, value: string])[];
}

/** One file as found: on disk, in an archive, or in a bucket. A row of the import ledger. */
export interface EvidenceSource {
  readonly id: SourceId;
  /** The archive it was found in. */
  readonly parent: SourceId | undefined;
  readonly importId: number;
  /** Last part of the path. */
  readonly name: string;
  /** Path or URI as the investigator knows it; inside an archive `archive path » entry name`. */
  readonly path: string;
  /** How it is packed, from the outside in: `plain`, `gzip`, `zip`, `gzip of tar` … */
  readonly container: string;
  /** What the content turned out to be, in words, e.g. "CloudTrail trail file". */
  readonly shape: string;
  /** Fields, in CloudTrail's names, that no record of this file can have (see shapes.ts). */
  readonly lacks: readonly string[];
  /** Bytes as found; in a damaged archive those that could be had. */
  readonly bytes: number;
  readonly inflatedBytes: number;
  /** Lower-case hex, over the bytes as found. */
  readonly sha256: string;
  readonly modified: EpochMs | undefined;
  /** Set where it was fetched from an object store; its path is the object's URI then. */
  readonly object?: ObjectOrigin | undefined;
  /** The query of which it is the result, with its number: set of results of Athena. */
  readonly query?: string | undefined;
  readonly verdict: Verdict;
  /** Why it was not, or not wholly, imported. Empty where all is well. */
  readonly reason: string;
  /** The earlier file with the same bytes. */
  readonly duplicateOf: SourceId | undefined;
  /** read = kept + duplicate + rejected. */
  readonly read: number;
  readonly kept: number;
  readonly duplicate: number;
  /** Of the duplicates, those of events that an earlier import keeps. */
  readonly owed: readonly OwedRecords[];
  readonly rejected: number;
  readonly elb: number;
  readonly span: Span<EpochMs> | undefined;
}

/** A record, or a stretch of a file, that could not be read. */
export interface EvidenceIssue {
  readonly source: SourceId;
  /** Undefined where the trouble is the file's and not one record's. */
  readonly recordIndex: number | undefined;
  /** In the inflated file. */
  readonly offset: number;
  readonly reason: string;
  /** The first bytes there, at most 200, as text with control characters made visible. */
  readonly sample: string;
}

/** Sums over files: read = kept + duplicate + rejected. */
export interface ImportSums {
  readonly files: number;
  readonly imported: number;
  readonly partly: number;
  readonly duplicateFiles: number;
  readonly skipped: number;
  readonly unreadable: number;
  readonly read: number;
  readonly kept: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly elb: number;
  readonly bytes: number;
}
