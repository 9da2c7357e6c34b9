import type { Athena } from './athena.ts';
import type { AwsAccess } from './aws.ts';
import type { EventHistory } from './event-history.ts';
import type { ObjectStore } from './object-store.ts';
import type { SaveKind } from './save-kinds.ts';

export type { SaveKind } from './save-kinds.ts';

/** What the page may ask of AWS: a file each of its sources. */
export interface AwsServices extends AwsAccess, ObjectStore, EventHistory, Athena {}

/** What the renderer may ask of the main process. Both sides read these files. */
export interface Bridge extends AwsServices {
  /** How the app was started. */
  launch(request: Record<string, never>): Promise<Launch>;
  /**
   * Files below the paths named on the command line, `from` this place on, at most a thousand at a
   * time; fewer: the list is at its end.
   */
  listOffered(request: { readonly from: number }): Promise<readonly OfferedFile[]>;
  /** Makes the synthetic sample what {@link listOffered} lists from now on. */
  offerSample(request: Record<string, never>): Promise<void>;
  /**
   * Answers once the system, or another start of the app, has named paths to open. Only the last
   * call waits.
   */
  nextOpened(request: Record<string, never>): Promise<OpenedPaths>;
  /** Makes these paths what {@link listOffered} lists from now on. */
  offerOpened(request: Record<string, never>): Promise<void>;
  /** Asks where to save, and opens the file. Undefined when the user cancels. */
  openSave(request: {
    readonly name: string;
    readonly kind: SaveKind | 'case';
  }): Promise<SaveTarget | undefined>;
  /** Adds bytes to an open file, and answers when they are written: ask for the next only then. */
  writeSave(request: { readonly save: number; readonly bytes: Uint8Array }): Promise<void>;
  /** Closes the file; `keep: false` deletes what was written. */
  closeSave(request: { readonly save: number; readonly keep: boolean }): Promise<SavedFile>;
  /** Prints a page to an open file, as tagged PDF with outline and page numbers. */
  printPdf(request: {
    readonly save: number;
    readonly html: string;
    readonly title: string;
  }): Promise<void>;
  /** Writes a text beside a saved file, under its name with `.manifest.json` behind it. */
  writeManifest(request: { readonly path: string; readonly text: string }): Promise<void>;
  /** Shows a saved file in the system's file manager. */
  showSaved(request: { readonly path: string }): Promise<void>;
  /** A line on standard output or standard error: batch runs only. */
  print(request: { readonly text: string; readonly error: boolean }): Promise<void>;
  /** Ends the app with an exit code: batch runs only. */
  exit(request: { readonly code: number }): Promise<void>;
}

/** Paths that were named while the app was open; the sample where it was asked for in their place. */
export interface OpenedPaths {
  readonly sample: boolean;
  /** As of {@link Launch}. */
  readonly caseName: string;
}

export interface SaveTarget {
  readonly save: number;
  readonly path: string;
}

/** A file that was written, with the SHA-256 of its bytes as lower-case hex. */
export interface SavedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file that the main process reads for the renderer, as `/evidence/NUMBER` of its own scheme. */
export interface OfferedFile {
  readonly number: number;
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Set where there is nothing to read: then the number stands for none. */
  readonly refusal:
    { readonly outcome: 'skipped' | 'unreadable'; readonly reason: string } | undefined;
}

/** How the app was started: with a window, or to import, export and exit. */
export interface Launch {
  readonly version: string;
  readonly platform: string;
  /** Paths were named (or the sample asked for): they make a new case. */
  readonly hasPaths: boolean;
  readonly sample: boolean;
  readonly caseName: string;
  readonly batch: Batch | undefined;
}

/** Sizes of paper, by their names in CSS. */
export type Paper = 'A4' | 'Letter';

/** The exports asked for on the command line; `openSave` then opens the named files, unasked. */
export interface Batch {
  readonly allServices: boolean;
  /** Secrets are taken out of raw records; out of a report they always are. */
  readonly redact: boolean;
  readonly paper: Paper;
  readonly exports: readonly SaveKind[];
}

export type Call = keyof Bridge;
export type Request<C extends Call> = Parameters<Bridge[C]>[0];
export type Reply<C extends Call> = Awaited<ReturnType<Bridge[C]>>;

/** What the preload adds to the calls for dropped and picked `File`s: it alone knows their paths. */
export interface OwnFiles {
  /** Empty for what is no file of this disk. */
  pathOf(file: unknown): string;
  /**
   * Makes dropped or picked files and folders what {@link Bridge.listOffered} lists from now on; a
   * file of a picked folder stands for the folder. False where one is none of this disk: then
   * nothing is changed.
   */
  offerOwn(files: readonly unknown[]): Promise<boolean>;
}
