/** Found members of one object: starts, ends and text numbers as words, then a byte each; up to 64. */
export const endsAt: usize = 256;
export const textsAt: usize = 512;
export const escapedAt: usize = 768;
const tableBytes: usize = 832;

/** Deeper nesting is refused: nothing CloudTrail writes comes near it. */
export const maxNesting: i32 = 1000;

/** Tables of found members: one for each envelope around a record, and the record's own. */
export const mostTables: usize = 16;
const tables: usize = 1024;
export const containers: usize = tables + mostTables * tableBytes;
/** The tree of wanted members: see members.ts. */
export const tree: usize = containers + 1024;
/** Which members are texts: see text-numbers.ts. */
export const spare: usize = tree + 32768;
export const scratch: usize = spare + 1024;
/** Longer texts are not remembered. */
export const longestText: i32 = 1024;
export const slots: usize = scratch + 2048;
/** A power of two; sixteen bytes each. */
export const slotCount: u32 = 65536;
export const arena: usize = slots + 1048576;
/** The bytes in work, up to the memory's end. */
export const window: usize = arena + 4194304;

export function tableAt(table: i32): usize {
  return tables + usize(table) * tableBytes;
}
