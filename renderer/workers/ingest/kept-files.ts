import type { SourceId } from '../../core/base/units.ts';
import type { BlobRow, SourceRow } from '../../store/case-database.ts';
import type { EvidenceBytes } from '../decode/decode.ts';

/** A file up to this size is kept with others: storing one by itself takes a few milliseconds. */
export const maxPackedBytes = 64 * 1024;
/** Reading one file of a pack takes no longer for the others in it, but a disk may be full. */
const maxPackBytes = 16 * 1024 * 1024;

/** The evidence's bytes on their way to the store, small files one behind the other. */
export class KeptFiles {
  #rows: BlobRow[] = [];
  #parts: EvidenceBytes[] = [];
  #first: SourceId = 0;
  #bytes = 0;

  /** Keeps a file's bytes, so many; answers where they lie, for its row. */
  add(source: SourceId, content: EvidenceBytes, bytes: number): SourceRow['pack'] {
    if (bytes > maxPackedBytes) {
      this.#rows.push({ source, blob: content instanceof Blob ? content : new Blob([content]) });
      return undefined;
    }
    if (this.#bytes + bytes > maxPackBytes) this.#close();
    if (this.#parts.length === 0) this.#first = source;
    const place = { source: this.#first, offset: this.#bytes };
    this.#parts.push(content);
    this.#bytes += bytes;
    return place;
  }

  /** Everything kept since the last time. */
  take(): readonly BlobRow[] {
    this.#close();
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #close(): void {
    if (this.#parts.length === 0) return;
    this.#rows.push({ source: this.#first, blob: new Blob(this.#parts) });
    this.#parts = [];
    this.#bytes = 0;
  }
}
