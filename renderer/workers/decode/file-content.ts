import { chooseReader } from '../../core/decode/choose-reader.ts';
import type { ContentReader } from '../../core/decode/content-reader.ts';
import type { JsonScanner } from '../../core/decode/json-scanner.ts';
import { sniff, sniffBytes, type Kind } from '../../core/decode/sniff.ts';
import type { FileFindings } from './file-findings.ts';

/**
 * A file's content as it comes out of its packings. Its first bytes decide how it is read, or that
 * it is packed once more; then nothing of it is read.
 */
export class FileContent {
  readonly #findings: FileFindings;
  readonly #scanner: JsonScanner;
  readonly #isUnpacked: boolean;
  /** Set from the first bytes on; not where the content is packed again, or there is none. */
  reader: ContentReader | undefined;
  #packing: Kind | undefined;
  #isGlancedAt = false;

  /** `isUnpacked`: it came out of a packing that may hold anything. */
  constructor(findings: FileFindings, scanner: JsonScanner, isUnpacked: boolean) {
    this.#findings = findings;
    this.#scanner = scanner;
    this.#isUnpacked = isUnpacked;
  }

  /** What the content is packed in. */
  get packing(): Kind | undefined {
    return this.#packing;
  }

  /** Looks at the content's first piece, where that is enough to tell a packing by. */
  glance(piece: Uint8Array): void {
    const isFirst = !this.#isGlancedAt;
    this.#isGlancedAt = true;
    if (!isFirst || !this.#isUnpacked || piece.length < sniffBytes) return;
    const kind = sniff(piece.subarray(0, sniffBytes));
    if (kind !== 'plain') this.#packing = kind;
  }

  /** As ContentReader's: answers how many bytes are done with. */
  read(bytes: Uint8Array, length: number, base: number, final: boolean): number {
    if (this.#packing !== undefined) return length;
    if (this.reader === undefined) {
      const head = bytes.subarray(0, length);
      const kind = this.#isUnpacked ? sniff(head.subarray(0, sniffBytes)) : 'plain';
      if (kind !== 'plain') {
        this.#packing = kind;
        return length;
      }
      this.reader = chooseReader(head, this.#findings, this.#scanner);
    }
    this.#findings.look(bytes, length, base);
    return this.reader.read(bytes, length, base, final);
  }
}
