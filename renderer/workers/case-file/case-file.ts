import type { CaseFacts } from '../../core/case-file/case-facts.ts';

/** What the page asks of the case file worker: one file, and then of nothing else. */
export type CaseFileAsk =
  | {
      readonly kind: 'write';
      readonly caseId: string;
      /** Version of the app. */
      readonly app: string;
      /** Undefined: anyone can read the file. */
      readonly passphrase: string | undefined;
    }
  /** The bytes told last are written: more may come. */
  | { readonly kind: 'taken' }
  | {
      readonly kind: 'read';
      readonly file: Blob;
      /** Of the new case. */
      readonly caseId: string;
      readonly passphrase: string | undefined;
    };

/** Bytes that are done with, of all. */
export interface CaseFileProgress {
  readonly done: number;
  readonly inAll: number;
}

/** What the case file worker tells the page, progress at most ten times a second. */
export type CaseFileTell =
  | { readonly kind: 'progress'; readonly progress: CaseFileProgress }
  /** The next bytes of the file. No more come until they are taken. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** All bytes were told. */
  | { readonly kind: 'written' }
  /** The file is sealed, and no passphrase, or a wrong one, was given. Nothing was read. */
  | { readonly kind: 'sealed' }
  /** The case is there, with what the file says of it and the file's own SHA-256. */
  | { readonly kind: 'read'; readonly facts: CaseFacts; readonly sha256: string }
  | { readonly kind: 'failed'; readonly reason: string };
