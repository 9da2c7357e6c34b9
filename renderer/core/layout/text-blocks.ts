const placeBits = 8;
const perBlock = 1 << placeBits;

/**
 * Texts in an order, many to a string: a message of a hundred thousand strings takes longer to write
 * and to read than to work out what is in it. A text is cut out when it is asked for.
 */
export interface TextBlocks {
  /** 256 texts to each, one behind the other: so few that no string is longer than can be. */
  readonly blocks: readonly string[];
  /** By place: where the text ends in its block, in code units. */
  readonly ends: Uint32Array;
}

/** The texts of these ids, in their order. */
export function textBlocks(texts: readonly string[], ids: Uint32Array): TextBlocks {
  const ends = new Uint32Array(ids.length);
  const blocks: string[] = [];
  let block: string[] = [];
  let end = 0;
  for (let place = 0; place < ids.length; place++) {
    const text = texts[ids[place] ?? 0] ?? '';
    block.push(text);
    end += text.length;
    ends[place] = end;
    if (block.length < perBlock) continue;
    blocks.push(block.join(''));
    block = [];
    end = 0;
  }
  if (block.length > 0) blocks.push(block.join(''));
  return { blocks, ends };
}

/** The text at a place; empty where there is none. */
export function blockText(texts: TextBlocks, place: number): string {
  const block = texts.blocks[place >>> placeBits] ?? '';
  return block.slice(startOf(texts, place), texts.ends[place] ?? 0);
}

/** The first place from `from` up to `to` that has this text; -1 where none has. A look at each. */
export function placeOfText(
  texts: TextBlocks,
  wanted: string,
  from = 0,
  to = texts.ends.length,
): number {
  for (let place = from; place < to; place++) {
    const start = startOf(texts, place);
    if ((texts.ends[place] ?? 0) - start !== wanted.length) continue;
    if (texts.blocks[place >>> placeBits]?.startsWith(wanted, start) === true) return place;
  }
  return -1;
}

function startOf({ ends }: TextBlocks, place: number): number {
  return (place & (perBlock - 1)) === 0 ? 0 : (ends[place - 1] ?? 0);
}
