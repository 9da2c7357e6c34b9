import type { AwsProblem, Told } from './aws.ts';

/** What the page may ask of an S3 object store, over a connection of aws.ts. */
export interface ObjectStore {
  /** Makes a store ready to be asked, until its connection ends. Asks nobody. */
  openStore(request: StoreRequest): Promise<OpenedStore>;
  /** One page of at most a thousand keys: ListObjectsV2, which only reads. */
  listObjects(request: ObjectListRequest): Promise<Told<ObjectList>>;
  /**
   * Sends the page this many message ports, over each of which a worker may ask for objects of the
   * store (see {@link ObjectAsk}). They come by `window.postMessage` as {@link PortsArrived}.
   */
  openObjectPorts(request: { readonly store: number; readonly count: number }): Promise<void>;
}

/** A store and how to reach it. */
export interface StoreRequest {
  readonly connection: number;
  /** Of an S3-compatible store; undefined: what the environment or the profile names, else AWS. */
  readonly endpoint: string | undefined;
  readonly pathStyle: boolean;
  readonly requesterPays: boolean;
}

/** A store that can be asked. */
export interface OpenedStore {
  readonly store: number;
  /** Undefined: that of AWS. */
  readonly endpoint: string | undefined;
}

export interface ObjectListRequest {
  readonly store: number;
  readonly bucket: string;
  readonly prefix: string;
  /** Keys that go on after the next `/` are told as folders, and not one by one. */
  readonly folders: boolean;
  /** Where the page before ended. */
  readonly next: string | undefined;
}

export interface ObjectList {
  readonly objects: readonly ListedObject[];
  /** Prefixes that end with `/`; only where folders were asked for. */
  readonly folders: readonly string[];
  /** There is more, from here on. */
  readonly next: string | undefined;
}

/** An object as listed. */
export interface ListedObject {
  readonly key: string;
  readonly bytes: number;
  /** As the store writes it, quotes taken off. */
  readonly etag: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** `STANDARD`, `GLACIER` …; empty where the store names none. */
  readonly storageClass: string;
}

/** What a worker asks over an object port. */
export type ObjectAsk =
  | {
      readonly kind: 'get';
      readonly number: number;
      readonly bucket: string;
      readonly key: string;
      /** The object is refused where it is another one by now. */
      readonly etag: string;
      readonly bytes: number;
    }
  /** A part was taken in: another one may be sent. */
  | { readonly kind: 'taken'; readonly number: number };

/** What main sends over an object port: parts in order, the last one marked, or a problem. */
export type ObjectTell =
  | {
      readonly kind: 'part';
      readonly number: number;
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** With the last part: what the store said of the object. */
      readonly end: ObjectFacts | undefined;
    }
  | { readonly kind: 'problem'; readonly number: number; readonly problem: AwsProblem };

/** What a store says of an object that it gave. */
export interface ObjectFacts {
  readonly etag: string;
  /** Undefined where the bucket keeps no versions. */
  readonly versionId: string | undefined;
  readonly modified: number | undefined;
  /** Its `x-amz-meta-` headers without that beginning: digest files have their signature there. */
  readonly metadata: readonly (readonly [name: string, value: string])[];
}

/** The message that brings the ports of {@link ObjectStore.openObjectPorts} to the page. */
export interface PortsArrived {
  readonly kind: 'object ports';
  readonly store: number;
}
