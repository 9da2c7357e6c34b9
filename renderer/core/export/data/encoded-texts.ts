import { assert } from '../../base/assert.ts';
import type { TextId } from '../../base/units.ts';
import type { Dictionary } from '../../table/event-table.ts';
import { ByteWriter } from './byte-writer.ts';

/** The texts of a dictionary as a file has them, each encoded when it is first asked for. */
export class EncodedTexts {
  readonly #texts: readonly string[];
  readonly #encode: (text: string) => string;
  readonly #bytes = new ByteWriter();
  /** Per text where it starts in the bytes, and one more than its length; 0: not there yet. */
  readonly #start: Float64Array;
  readonly #size: Uint32Array;

  /** `encode` gives what the file has for a text, escaped as its format wants it. */
  constructor({ texts }: Dictionary, encode: (text: string) => string) {
    this.#texts = texts;
    this.#encode = encode;
    this.#start = new Float64Array(texts.length);
    this.#size = new Uint32Array(texts.length);
  }

  write(out: ByteWriter, id: TextId): void {
    let size = this.#size[id] ?? 0;
    if (size === 0) size = this.#add(id);
    const start = this.#start[id] ?? 0;
    out.bytes(this.#bytes, start, start + size - 1);
  }

  #add(id: TextId): number {
    assert(id < this.#texts.length && id < this.#size.length, `a dictionary without text ${id}`);
    const start = this.#bytes.length;
    this.#bytes.text(this.#encode(this.#texts[id] ?? ''));
    const size = this.#bytes.length - start + 1;
    this.#start[id] = start;
    this.#size[id] = size;
    return size;
  }
}
