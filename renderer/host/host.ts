import type { Launch, OfferedFile, SavedFile, SaveKind } from '../../electron/ipc/contract.ts';
import type { ObjectStore } from '../../electron/ipc/object-store.ts';

export type {
  Batch,
  Launch,
  OfferedFile,
  SavedFile,
  SaveKind,
} from '../../electron/ipc/contract.ts';
export type {
  CredentialChoice,
  KnownCredentials,
  ListedObject,
  ObjectAsk,
  ObjectFacts,
  ObjectList,
  ObjectTell,
  PastedKeys,
  StoreConnection,
  StoreIdentity,
  StoreProblem,
  StoreRequest,
} from '../../electron/ipc/object-store.ts';

/** A file being saved. Nothing stands under its name before `close`. */
export interface OpenSave {
  /** Where it will stand; in a browser only its name. */
  readonly path: string;
  /** Adds bytes. Await each before the next: that is what keeps memory flat. */
  write(bytes: Uint8Array): Promise<void>;
  /** Prints a whole HTML page into the file as PDF. Rejects with `whyNoPrinting` where that is set. */
  print(html: string, title: string): Promise<void>;
  /** Puts the finished file in its place. */
  close(): Promise<SavedFile>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** S3 by way of the desktop app. */
export interface StoreAccess extends Omit<ObjectStore, 'openObjectPorts'> {
  /** Ports to the main process, over each of which a worker may fetch objects. */
  openPorts(connection: number, count: number): Promise<readonly MessagePort[]>;
}

/** What the page needs of the program around it: the desktop app, or a plain browser. */
export interface Host {
  /** Why PDF can't be made here, as a sentence for the user; undefined where it can. */
  readonly whyNoPrinting: string | undefined;
  /** How the app was started. */
  launch(): Promise<Launch>;
  /** The files below the paths named on the command line, in order, at most a thousand at a time. */
  offered(): AsyncIterable<readonly OfferedFile[]>;
  /** The host has the synthetic sample. */
  readonly hasSample: boolean;
  /** Undefined where objects can't be fetched: a browser must not have the credentials. */
  readonly store: StoreAccess | undefined;
  /** Makes the sample what {@link offered} lists from now on. */
  offerSample(): Promise<void>;
  /** Asks where to save; in a batch run opens the file named for this kind. Undefined: cancelled. */
  openSave(name: string, kind: SaveKind): Promise<OpenSave | undefined>;
  /** The whole path of a dropped or picked file; as much of it as is known in a browser. */
  pathOf(file: File): string;
  /** Shows a saved file in the system's file manager; does nothing in a browser. */
  showSaved(path: string): Promise<void>;
  /** A line on standard output or standard error of a batch run. */
  print(text: string, error: boolean): Promise<void>;
  /** Ends a batch run. */
  exit(code: number): Promise<void>;
}
