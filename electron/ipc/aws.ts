/**
 * What the page may ask of AWS before it asks anything of a service. The main process alone has the
 * credentials: no secret is in a request or in an answer.
 */
export interface AwsAccess {
  /** Where this machine has credentials; secrets are not among what is told. Asks nobody else. */
  listCredentials(request: Record<string, never>): Promise<KnownCredentials>;
  /**
   * Takes access keys out of the clipboard, in whichever form AWS hands them out, and keeps them in
   * the memory of the main process until the app ends. Undefined: no keys are in it.
   */
  pasteKeys(request: Record<string, never>): Promise<PastedKeys | undefined>;
  /** Gets credentials, and asks STS whose they are unless told not to. No other service is asked. */
  connectAws(request: ConnectRequest): Promise<Told<AwsConnected>>;
  /** Ends the connection with all that is asked over it. */
  disconnectAws(request: { readonly connection: number }): Promise<void>;
}

/** An answer, or what stood in its way, in words for the user. */
export type Told<T> =
  | { readonly kind: 'answer'; readonly answer: T }
  | { readonly kind: 'problem'; readonly problem: AwsProblem };

/** One page of an answer that has several, and is evidence. */
export interface AnswerPage {
  /** As it came over the network. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** There is more, from here on. */
  readonly next: string | undefined;
}

/** Why there was no answer. */
export interface AwsProblem {
  /**
   * `object`: with this one object, or region, only. `connection`: nothing else can be asked before
   * it is cured, so that an import stops instead of failing with everything left.
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

/** With what to ask, whichever service. */
export interface ConnectRequest {
  readonly credentials: CredentialChoice;
  /** Undefined: the profile's, else the environment's, else us-east-1. */
  readonly region: string | undefined;
  readonly askIdentity: boolean;
}

/** Credentials that were got, with which services can be asked. */
export interface AwsConnected {
  readonly connection: number;
  readonly region: string;
  readonly identity: AwsIdentity;
}

/** Under which name the requests are made, and are logged by the account asked. */
export type AwsIdentity =
  | {
      readonly kind: 'known';
      readonly arn: string;
      readonly account: string;
      readonly accessKeyId: string;
    }
  | { readonly kind: 'not asked'; readonly accessKeyId: string }
  | { readonly kind: 'problem'; readonly accessKeyId: string; readonly problem: AwsProblem };
