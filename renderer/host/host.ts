import type {
  AwsServices,
  Launch,
  OfferedFile,
  OpenedPaths,
  SavedFile,
  SaveKind,
} from '../../electron/ipc/contract.ts';

export type {
  Batch,
  Launch,
  OfferedFile,
  OpenedPaths,
  Paper,
  SavedFile,
  SaveKind,
} from '../../electron/ipc/contract.ts';
export type {
  AnswerPage,
  AwsConnected,
  AwsIdentity,
  AwsProblem,
  ConnectRequest,
  CredentialChoice,
  KnownCredentials,
  PastedKeys,
  Told,
} from '../../electron/ipc/aws.ts';
export { lookUpAttributes } from '../../electron/ipc/event-history.ts';
export type { LookUpRequest } from '../../electron/ipc/event-history.ts';
export type { QueryProgress, WorkGroup } from '../../electron/ipc/athena.ts';
export type {
  ListedObject,
  ObjectAsk,
  ObjectFacts,
  ObjectList,
  ObjectTell,
  OpenedStore,
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
  /** Writes a text beside the file that was closed: its name, and `.manifest.json` behind it. */
  writeManifest(text: string): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** AWS by way of the desktop app. */
export interface AwsHost extends Omit<AwsServices, 'openObjectPorts'> {
  /** Ports to the main process, over each of which a worker may fetch objects of a store. */
  openPorts(store: number, count: number): Promise<readonly MessagePort[]>;
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
  /** Undefined where AWS can't be asked: a browser must not have the credentials. */
  readonly aws: AwsHost | undefined;
  /** Makes the sample what {@link offered} lists from now on. */
  offerSample(): Promise<void>;
  /** Answers once paths were named to the app while it is open; never in a browser. */
  nextOpened(): Promise<OpenedPaths>;
  /** Makes these paths what {@link offered} lists from now on. */
  offerOpened(): Promise<void>;
  /** Asks where to save; in a batch run opens the file named for this kind. Undefined: cancelled. */
  openSave(name: string, kind: SaveKind | 'case'): Promise<OpenSave | undefined>;
  /** The whole path of a dropped or picked file; as much of it as is known in a browser. */
  pathOf(file: File): string;
  /**
   * Makes dropped or picked files and folders what {@link offered} lists from now on; a file of a
   * picked folder stands for the folder. False, and nothing is changed, where the host can't: in a
   * browser, and where one is no file of this disk.
   */
  offerOwn(files: readonly File[]): Promise<boolean>;
  /** Shows a saved file in the system's file manager; does nothing in a browser. */
  showSaved(path: string): Promise<void>;
  /** A line on standard output or standard error of a batch run. */
  print(text: string, error: boolean): Promise<void>;
  /** Ends a batch run. */
  exit(code: number): Promise<void>;
}
