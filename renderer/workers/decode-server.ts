import { assert } from '../core/base/assert.ts';
import type { DecodeAsk, DecodedFile, DecodeTell } from './decode.ts';
import {
  EvidenceDecoder,
  loadEvidence,
  type EvidenceLabel,
  type LoadedEvidence,
} from './decode-evidence.ts';
import type { EvidenceInput } from './ingest.ts';

/** Files told that were not taken in yet: more would only pile up. */
const maxUntaken = 8;

/** A decoding worker's behaviour, free of `self`: inputs in order, each told file by file. */
export class DecodeServer {
  readonly #tell: (tell: DecodeTell, transfer: Transferable[]) => void;
  #decoder: EvidenceDecoder | undefined;
  #queue: Promise<void> = Promise.resolve();
  #untaken = 0;
  #resume: (() => void) | undefined;

  constructor(tell: (tell: DecodeTell, transfer: Transferable[]) => void) {
    this.#tell = tell;
  }

  ask(ask: DecodeAsk): void {
    switch (ask.kind) {
      case 'key':
        this.#decoder = new EvidenceDecoder(ask.key);
        return;
      case 'taken':
        this.#untaken--;
        this.#resume?.();
        return;
      case 'input': {
        // Fetched and hashed at once, while the one before is still in work.
        const loaded = loadEvidence(blobOf(ask.input));
        this.#queue = this.#queue.then(() => this.#decode(ask.number, ask.input, loaded));
      }
    }
  }

  async #decode(
    number: number,
    input: EvidenceInput,
    loaded: Promise<LoadedEvidence>,
  ): Promise<void> {
    const tell = (decoded: DecodedFile): Promise<void> => this.#tellFile(number, decoded);
    assert(this.#decoder !== undefined, 'the key comes before the first input');
    await this.#decoder.decode(labelOf(input), await loaded, tell);
    this.#tell({ kind: 'end', number }, []);
  }

  async #tellFile(number: number, file: DecodedFile): Promise<void> {
    this.#untaken++;
    this.#tell({ kind: 'file', number, file }, buffersOf(file));
    if (this.#untaken < maxUntaken) return;
    await new Promise<void>((resolve) => (this.#resume = resolve));
    this.#resume = undefined;
  }
}

function labelOf(input: EvidenceInput): EvidenceLabel {
  const { path } = input;
  switch (input.kind) {
    case 'file':
      return { name: input.file.name, path, modified: input.file.lastModified };
    case 'url':
      return { name: input.name, path, modified: input.modified };
    case 'unlisted':
      return { name: path.slice(path.search(/[^/\\]*$/)), path, modified: undefined };
  }
}

async function blobOf(input: EvidenceInput): Promise<Blob> {
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

/** What can change hands instead of being copied. */
function buffersOf({ built }: DecodedFile): Transferable[] {
  if (built === undefined) return [];
  const { time, text, flags, eventId, contentHash, source, recordIndex, offset, byteLength } =
    built.columns;
  const arrays = [time, flags, eventId, contentHash, source, recordIndex, offset, byteLength];
  return [...arrays, ...Object.values(text)].map(({ buffer }) => buffer as ArrayBuffer);
}
