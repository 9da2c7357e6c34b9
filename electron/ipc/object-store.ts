/**
 * What the page may ask of an S3 object store. The main process asks it, and alone has the
 * credentials: no secret is in a request or in an answer.
 */
export interface ObjectStore {
  /** Where this machine has credentials; secrets are not among what is told. Asks nobody else. */
  listCredentials(request: Record<string, never>): Promise<KnownCredentials>;
  /**
   * Takes access keys out of the clipboard, in whichever form AWS hands them out, and keeps them in
   * the memory of the main process until the app ends. Undefined: no keys are in it.
   */
  pasteKeys(request: Record<string, never>): Promise<PastedKeys | undefined>;
  /** Gets credentials, and asks STS whose they are unless told not to. Nothing of S3 is asked. */
  connectStore(request: StoreRequest): Promise<Told<StoreConnection>>;
  /** Ends the connection with all that is fetched over it. */
  disconnectStore(request: { readonly connection: number }): Promise<void>;
  /** One page of at most a thousand keys: ListObjectsV2, which only reads. */
  listObjects(request: ObjectListRequest): Promise<Told<ObjectList>>;
  /**
   * Sends the page this many message ports, over each of which a worker may ask for objects of the
   * bucket (see {@link ObjectAsk}). They come by `window.postMessage` as {@link PortsArrived}.
   */
  openObjectPorts(request: { readonly connection: number; readonly count: number }): Promise<void>;
}

/** An answer, or what stood in its way, in words for the user. */
export type Told<T> =
  | { readonly kind: 'answer'; readonly answer: T }
  | { readonly kind: 'problem'; readonly problem: StoreProblem };

/** Why a store gave no answer. */
export interface StoreProblem {
  /**
   * `object`: with this one object only. `connection`: nothing else can be asked before it is
   * cured, so that an import stops instead of failing with every object left.
   */
  readonly scope: 'object' | 'connection';
  /** What happened, as whole sentences. */
  readonly reason: string;
  /** What to do about it. */
  readonly wayOut: string;
}

/** Credentials that could be used. */
export interface KnownCredentials {
  readonly profiles: readonly KnownProfile[];
  /** AWS_ACCESS_KEY_ID or AWS_WEB_IDENTITY_TOKEN_FILE is set. */
  readonly environment: boolean;
  /** Of AWS_REGION or AWS_DEFAULT_REGION. */
  readonly region: string | undefined;
}

/** A profile of the shared config and credentials files. */
export interface KnownProfile {
  readonly name: string;
  readonly kind: 'keys' | 'single sign-on' | 'role' | 'process' | 'web identity' | 'other';
  readonly region: string | undefined;
  /** Of its role, where one is to be given: the device asks for a code. */
  readonly mfaSerial: string | undefined;
}

/** Keys that were pasted; the secret stays in the main process. */
export interface PastedKeys {
  readonly accessKeyId: string;
  /** They end by themselves. */
  readonly temporary: boolean;
}

/** Whose credentials to use. */
export type CredentialChoice =
  | { readonly kind: 'profile'; readonly profile: string; readonly mfaCode: string | undefined }
  | { readonly kind: 'environment' }
  /** Those of the EC2 instance or container that the app runs on. Asked only where it is chosen. */
  | { readonly kind: 'machine' }
  | { readonly kind: 'pasted' };

/** A store and how to reach it. */
export interface StoreRequest {
  readonly credentials: CredentialChoice;
  /** Undefined: the profile's, else the environment's, else us-east-1. */
  readonly region: string | undefined;
  /** Of an S3-compatible store; undefined: the profile's, else AWS. */
  readonly endpoint: string | undefined;
  readonly pathStyle: boolean;
  readonly requesterPays: boolean;
  readonly askIdentity: boolean;
}

/** A store that can be asked. */
export interface StoreConnection {
  readonly connection: number;
  readonly region: string;
  readonly endpoint: string | undefined;
  readonly identity: StoreIdentity;
}

/** Under which name the requests are made, and are logged by the account asked. */
export type StoreIdentity =
  | {
      readonly kind: 'known';
      readonly arn: string;
      readonly account: string;
      readonly accessKeyId: string;
    }
  | { readonly kind: 'not asked'; readonly accessKeyId: string }
  | { readonly kind: 'problem'; readonly accessKeyId: string; readonly problem: StoreProblem };

export interface ObjectListRequest {
  readonly connection: number;
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
  | { readonly kind: 'problem'; readonly number: number; readonly problem: StoreProblem };

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
  readonly connection: number;
}
