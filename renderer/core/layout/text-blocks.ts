const indexBits = 8;
const perBlock = 1 << indexBits;

/**
 * Texts in an order, many to a string: a message of a hundred thousand strings takes longer to write
 * and to read than to work out what is in it. A text is cut out when it is asked for.
 */
export interface TextBlocks {
  /** 256 texts to each, one behind the other: so few that no string is longer than can be. */
  readonly blocks: readonly string[];
  /** Where each text ends in its block, in code units. */
  readonly ends: Uint32Array;
  /** By place: which of the texts stands there. */
  readonly order: Uint32Array;
}

/**
 * The texts of these ids, the one with `ids[order[n]]` at place `n`. They are gathered as `ids` have them:
 * where those ascend, as they lie in memory.
 */
export function textBlocks(
  texts: readonly string[],
  ids: Uint32Array,
  order: Uint32Array,
): TextBlocks {
  const ends = new Uint32Array(ids.length);
  const blocks: string[] = [];
  for (let start = 0; start < ids.length; start += perBlock) {
    const block = Array.from(ids.subarray(start, start + perBlock), (id) => texts[id] ?? '');
    let end = 0;
    for (const [at, text] of block.entries()) ends[start + at] = end += text.length;
    blocks.push(block.join(''));
  }
  return { blocks, ends, order };
}

/** The text at a place; empty where there is none. */
export function blockText(texts: TextBlocks, place: number): string {
  const index = texts.order[place];
  if (index === undefined) return '';
  return texts.blocks[index >>> indexBits]?.slice(startOf(texts, index), texts.ends[index]) ?? '';
}

/** The first place from `from` up to `to` that has this text; -1 where none has. A look at each. */
export function placeOfText(
  texts: TextBlocks,
  wanted: string,
  from = 0,
  to = texts.order.length,
): number {
  const { blocks, ends, order } = texts;
  for (let place = from; place < to; place++) {
    const index = order[place] ?? 0;
    const start = startOf(texts, index);
    if ((ends[index] ?? 0) - start !== wanted.length) continue;
    if (blocks[index >>> indexBits]?.startsWith(wanted, start) === true) return place;
  }
  return -1;
}

function startOf({ ends }: TextBlocks, index: number): number {
  return (index & (perBlock - 1)) === 0 ? 0 : (ends[index - 1] ?? 0);
}
