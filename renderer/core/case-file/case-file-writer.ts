import { sha256 } from '@noble/hashes/sha2.js';
import { configure, ZipWriter } from '@zip.js/zip.js';
import { toHex } from '../decode/hex.ts';
import type { ByteSink } from './byte-sink.ts';
import { caseFileNames, caseFileType } from './case-facts.ts';

// As in decode/zip-archive.ts: the caller is a worker already.
configure({ useWebWorkers: false });

/** Evidence is packed as it came, mostly; rows are text. */
const levels = { evidence: 0, text: 6 } as const;

/**
 * Writes a case file: a zip (with its 64-bit extensions) that any tool unpacks, whose first entry
 * tells what it is and whose last one, SHA256SUMS, has the hash of all others as sha256sum reads it.
 */
export class CaseFileWriter {
  readonly #zip: ZipWriter<unknown>;
  readonly #sums: string[] = [];

  private constructor(sink: ByteSink, written: Date) {
    const into = new WritableStream<Uint8Array<ArrayBuffer>>({
      write: (bytes) => sink.write(bytes),
      close: () => sink.close(),
    });
    const settings = { zip64: true, extendedTimestamp: false, lastModDate: written };
    this.#zip = new ZipWriter(into, settings);
  }

  /** Begins a file; `written` is the time that its entries bear. */
  static async begin(sink: ByteSink, written: Date): Promise<CaseFileWriter> {
    const writer = new CaseFileWriter(sink, written);
    await writer.add(caseFileNames.type, new Blob([caseFileType]), 'evidence');
    return writer;
  }

  /** Adds an entry. Memory is a piece of it. */
  async add(name: string, content: Blob, kind: keyof typeof levels): Promise<void> {
    const hash = sha256.create();
    const hashed = content.stream().pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (piece, controller) => {
          hash.update(piece);
          controller.enqueue(piece);
        },
      }),
    );
    await this.#zip.add(name, hashed, { level: levels[kind] });
    this.#sums.push(`${toHex(hash.digest())}  ${name}\n`);
  }

  /** Adds the list of hashes, and ends the file. */
  async finish(): Promise<void> {
    await this.#zip.add(caseFileNames.sums, new Blob(this.#sums).stream(), { level: 0 });
    await this.#zip.close();
  }
}
