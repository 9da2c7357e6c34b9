import type { EvidenceIssue } from './evidence.ts';

/** An issue before its file has a number. */
export type FoundIssue = Omit<EvidenceIssue, 'source'>;

/**
 * Issues of one file in columns, as they are handed on and stored: a file may have a million, which
 * would take gigabytes as objects, and minutes as rows.
 */
export interface IssuePack {
  readonly length: number;
  /** -1 where the trouble is the file's and not one record's. */
  readonly recordIndex: Float64Array<ArrayBuffer>;
  readonly offset: Float64Array<ArrayBuffer>;
  /** Of each issue where its reason ends in `text`, and where its sample does. */
  readonly textEnd: Uint32Array<ArrayBuffer>;
  /** UTF-8, the reason of each issue and its sample behind it. */
  readonly text: Uint8Array<ArrayBuffer>;
}

const noRecord = -1;
const mostInPack = 1000;
/** Bytes that a unit of UTF-16 takes. */
const mostUtf8 = 3;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Gathers the issues of one file into packs of at most a thousand. */
export class IssuePacker {
  readonly #packs: IssuePack[] = [];
  #waiting: FoundIssue[] = [];

  /** How many were added. */
  get count(): number {
    return this.#packs.length * mostInPack + this.#waiting.length;
  }

  add(issue: FoundIssue): void {
    this.#waiting.push(issue);
    if (this.#waiting.length < mostInPack) return;
    this.#packs.push(packed(this.#waiting));
    this.#waiting = [];
  }

  /** All that were added, in that order. */
  finish(): readonly IssuePack[] {
    return this.#waiting.length === 0 ? this.#packs : [...this.#packs, packed(this.#waiting)];
  }
}

/** These issues of one file as one pack. */
export function packed(issues: readonly FoundIssue[]): IssuePack {
  const texts = issues.flatMap(({ reason, sample }) => [reason, sample]);
  const textEnd = new Uint32Array(texts.length);
  const room = new Uint8Array(texts.reduce((sum, { length }) => sum + length * mostUtf8, 0));
  let end = 0;
  for (const [place, text] of texts.entries()) {
    textEnd[place] = end += encoder.encodeInto(text, room.subarray(end)).written;
  }
  return {
    length: issues.length,
    recordIndex: Float64Array.from(issues, ({ recordIndex = noRecord }) => recordIndex),
    offset: Float64Array.from(issues, ({ offset }) => offset),
    textEnd,
    text: room.slice(0, end),
  };
}

/** The issues of a pack, in their order. */
export function unpacked({
  length,
  recordIndex,
  offset,
  textEnd,
  text,
}: IssuePack): readonly FoundIssue[] {
  const textAt = (place: number): string =>
    decoder.decode(text.subarray(textEnd[place - 1] ?? 0, textEnd[place]));
  return Array.from({ length }, (_, at) => ({
    recordIndex: recordIndex[at] === noRecord ? undefined : recordIndex[at],
    offset: offset[at] ?? 0,
    reason: textAt(2 * at),
    sample: textAt(2 * at + 1),
  }));
}
