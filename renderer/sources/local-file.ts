/** A file that the page holds, as the ingest worker takes it. */
export interface LocalFile {
  readonly kind: 'file';
  readonly file: File;
  /** The whole path; as much of it as is known in a browser. */
  readonly path: string;
}

/** Something chosen for import that could not even be listed. */
export interface UnlistedEntry {
  readonly path: string;
  readonly reason: string;
}

/** A slice of the files chosen for import. Long lists come in slices, since one would stall the page. */
export interface LocalOffer {
  readonly files: readonly LocalFile[];
  readonly unlisted: readonly UnlistedEntry[];
}

/** Files in one slice. */
export const filesPerSlice = 500;

/** Tells a file's whole path, as the host knows it. */
export type PathOf = (file: File) => string;
