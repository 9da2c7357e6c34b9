/** A file that the page holds, as the ingest worker takes it. */
export interface LocalFile {
  readonly kind: 'file';
  readonly file: File;
  /** The whole path; as much of it as is known in a browser. */
  readonly path: string;
}

/** Something chosen for import that there is nothing to read of: it has its line in the ledger. */
export interface UnlistedEntry {
  readonly kind: 'unlisted';
  readonly path: string;
  readonly outcome: 'skipped' | 'unreadable';
  readonly reason: string;
}

/** Part of what was chosen for import, in its order: a long list in one piece would stall the page. */
export type LocalSlice = readonly (LocalFile | UnlistedEntry)[];

/** Files in one slice. */
export const filesPerSlice = 200;

/** Tells a file's whole path, as the host knows it. */
export type PathOf = (file: File) => string;
