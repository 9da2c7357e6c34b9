import type { EvidenceLabel } from './decode-evidence.ts';
import type { EvidenceInput, ObjectInput } from './ingest.ts';

/** What an input is called. */
export function labelOf(input: EvidenceInput): EvidenceLabel {
  const { path } = input;
  switch (input.kind) {
    case 'file':
      return { name: input.file.name, path, modified: input.file.lastModified };
    case 'url':
      return { name: input.name, path, modified: input.modified };
    case 'object':
      return { name: lastPart(path), path, modified: input.modified };
    case 'unlisted':
      return { name: lastPart(path), path, modified: undefined };
  }
}

function lastPart(path: string): string {
  return path.slice(path.search(/[^/\\]*$/));
}

/** Bytes of an input, as far as is known before it is read. */
export function bytesOf(input: EvidenceInput): number {
  switch (input.kind) {
    case 'file':
      return input.file.size;
    case 'url':
    case 'object':
      return input.bytes;
    case 'unlisted':
      return 0;
  }
}

/** Fetches an input that no store has. Rejects with the reason where it cannot be had. */
export async function blobOf(input: Exclude<EvidenceInput, ObjectInput>): Promise<Blob> {
  switch (input.kind) {
    case 'file':
      return input.file;
    case 'url': {
      const response = await fetch(input.url);
      if (!response.ok) throw new Error(`cannot be read: ${response.statusText}`);
      return response.blob();
    }
    case 'unlisted':
      throw new Error(input.reason);
  }
}
