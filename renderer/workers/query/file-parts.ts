/** A part of a file, and how many of its rows are written with it. */
export interface FilePart {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly done: number;
}

/** A file in the making: all its parts are of the case as it was when it was begun. */
export interface FileExport {
  readonly rows: number;
  /** The next part as UTF-8; the first has the head, and after the last all rows are done. */
  next(mostRows: number): Promise<FilePart>;
}
