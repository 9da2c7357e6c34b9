import { assert } from '../../base/assert.ts';
import type { TextId } from '../../base/units.ts';
import type { Dictionary } from '../../table/event-table.ts';
import { ByteWriter } from './byte-writer.ts';
import { csvField } from './csv-field.ts';

/** The cells of a dictionary's texts, each made and encoded when it is first asked for. */
export class CsvCells {
  readonly #texts: readonly string[];
  readonly #cellText: (text: string) => string;
  readonly #bytes = new ByteWriter();
  /** Per text where its cell starts in the bytes, and one more than its length; 0: not there yet. */
  readonly #start: Float64Array;
  readonly #size: Uint32Array;

  /** `cellText` gives what stands in the cell for a text, before it is escaped. */
  constructor({ texts }: Dictionary, cellText: (text: string) => string = (text) => text) {
    this.#texts = texts;
    this.#cellText = cellText;
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
    this.#bytes.text(csvField(this.#cellText(this.#texts[id] ?? '')));
    const size = this.#bytes.length - start + 1;
    this.#start[id] = start;
    this.#size[id] = size;
    return size;
  }
}
