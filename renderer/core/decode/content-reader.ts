import type { Shape } from '../source/shapes.ts';

/** Reads a file's content as its bytes come. */
export interface ContentReader {
  /**
   * Reads what is whole in `bytes[0..length)`, which lie at `base` in the content; `bytes[length]`
   * may be overwritten. Answers how many bytes are done with: the caller keeps the rest, and puts
   * the next bytes behind it. After a call with `final` everything is done with.
   */
  read(bytes: Uint8Array, length: number, base: number, final: boolean): number;
  /** What the content's structure says it is, as far as it was read. */
  readonly shape: Shape;
  /** The structure alone says that it is CloudTrail's, though there may be no record in it. */
  readonly isCertain: boolean;
}
