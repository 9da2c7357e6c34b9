import type { EpochMs } from '../core/base/units.ts';
import type { EvidenceInput } from './ingest/ingest.ts';

/** A file of the page with what it says of itself. */
export type KnownFile = Extract<EvidenceInput, { readonly kind: 'file' }> & {
  readonly bytes: number;
  readonly modified: EpochMs;
};

/** An input whose size and time are known. */
export type KnownInput = Exclude<EvidenceInput, { readonly kind: 'file' }> | KnownFile;

/**
 * Asks a file for its size and time, once: for each answer the thread stands still until the
 * browser's process has looked on the disk, which it does every time.
 */
export function knownInput(input: EvidenceInput): KnownInput {
  if (input.kind !== 'file') return input;
  const { size, lastModified } = input.file;
  return { ...input, bytes: size, modified: lastModified };
}

/** What is known of a file before it is read. */
export interface EvidenceLabel {
  readonly name: string;
  readonly path: string;
  readonly modified: EpochMs | undefined;
  /** The query that it answers. */
  readonly query?: string | undefined;
}

/** What an input is called. */
export function labelOf(input: KnownInput): EvidenceLabel {
  const { path } = input;
  switch (input.kind) {
    case 'file': {
      const { file, modified, query } = input;
      return { name: file.name, path, modified, query };
    }
    case 'host file':
      return { name: input.name, path, modified: input.modified };
    case 'object':
      return { name: lastPart(path), path, modified: input.modified, query: input.query };
    case 'unlisted':
      return { name: lastPart(path), path, modified: undefined };
  }
}

function lastPart(path: string): string {
  return path.slice(path.search(/[^/\\]*$/));
}

/** Bytes of an input, as far as is known before it is read. */
export function bytesOf(input: KnownInput): number {
  switch (input.kind) {
    case 'file':
    case 'host file':
    case 'object':
      return input.bytes;
    case 'unlisted':
      return 0;
  }
}

/** A file of this disk. */
export type FileInput = Extract<KnownInput, { readonly kind: 'file' | 'host file' }>;

/** The bytes of a file by itself. Rejects with the reason where they cannot be had. */
export async function blobOf(input: FileInput): Promise<Blob> {
  if (input.kind === 'file') return input.file;
  const response = await fetch(`/evidence/${input.number}`);
  if (!response.ok) throw new DOMException('', 'NotFoundError');
  return response.blob();
}

/** What browsers call a file that cannot be had, or had no longer; `TypeError` is fetch's. */
const notHad: ReadonlySet<string> = new Set([
  'NotFoundError',
  'NotReadableError',
  'NetworkError',
  'TypeError',
]);

/** Why a file's bytes could not be had, and what to do: "Failed to fetch" would help nobody. */
export function whyNotHad(error: unknown): string {
  if (!(error instanceof Error || error instanceof DOMException)) return String(error);
  if (!notHad.has(error.name)) return error.message;
  return (
    'it could not be read to its end: it was moved, changed or deleted meanwhile, its disk has gone, ' +
    'or this user may not read it. See that it is there, and import it again'
  );
}
