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

/** What was dropped or picked. */
export interface OwnEvidence {
  /** What the host is to know it by: see `Host.offerOwn`. */
  readonly files: readonly File[];
  /** All of it as the page finds it by itself, which may know of no links. */
  slices(): AsyncGenerator<LocalSlice>;
  /** What is at a path below it, as the host tells paths; undefined where the page has no file there. */
  open(path: string): Promise<File | undefined>;
}

/** Files in one slice. */
export const filesPerSlice = 200;

/** Tells a file's whole path, as the host knows it. */
export type PathOf = (file: File) => string;
