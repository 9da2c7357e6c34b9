import { assert } from '../base/assert.ts';
import { JsonScanner } from './json-scanner.ts';

/** Members to look for, by name: a slot's number, and what to look for inside. */
export type FieldTree = Readonly<Record<string, Field>>;

interface Field {
  readonly slot?: number;
  readonly within?: FieldTree;
}

interface Member {
  readonly name: Uint8Array;
  readonly slot: number;
  readonly within: Node | undefined;
  /** Every slot at or below this member: a repeated member makes all of them void. */
  readonly slots: readonly number[];
}
/** Members by the length of their names, since length alone tells most names apart. */
type Node = readonly (readonly Member[] | undefined)[];

/** A tree of members made ready for looking them up. Made once: every file needs the same. */
export interface FieldIndex {
  readonly root: Node;
  readonly slots: number;
}

/** Makes a tree with slots up to `slots` ready. */
export function fieldIndex(tree: FieldTree, slots: number): FieldIndex {
  return { root: toNode(tree), slots };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Finds chosen members of a JSON object in one pass over its bytes, without building values.
 *
 * After {@link scan}, `start[slot]` and `end[slot]` bound the value's bytes in the scanner's buffer
 * (strings with their quotes); `start[slot]` is -1 where the member is absent. As with JSON.parse,
 * the last of several members of one name counts.
 */
export class FieldMap {
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** 1 where the value is a string with a backslash in it: its bytes are not yet its text. */
  readonly escaped: Uint8Array;
  readonly #root: Node;

  constructor({ root, slots }: FieldIndex) {
    this.start = new Int32Array(slots);
    this.end = new Int32Array(slots);
    this.escaped = new Uint8Array(slots);
    this.#root = root;
  }

  /** `start` is at the opening brace. Answers the position after the object, or -1. */
  scan(scanner: JsonScanner, start: number): number {
    this.start.fill(-1);
    return this.#scanObject(scanner, start, this.#root);
  }

  #scanObject(scanner: JsonScanner, start: number, node: Node): number {
    const { bytes } = scanner;
    let at = scanner.skipSpace(start + 1);
    if (bytes[at] === 0x7d) return at + 1;
    for (;;) {
      if (bytes[at] !== 0x22) return scanner.stop(at, 'expected a member name');
      scanner.forgetEscape();
      const nameEnd = scanner.skipString(at);
      if (nameEnd < 0) return nameEnd;
      const member = scanner.sawEscape
        ? findMember(node, unescaped(bytes, at, nameEnd))
        : findMember(node, bytes, at + 1, nameEnd - 1);
      at = scanner.skipColon(nameEnd);
      if (at < 0) return at;
      at = member === undefined ? scanner.skipValue(at) : this.#take(scanner, at, member);
      if (at < 0) return at;
      at = scanner.skipSpace(at);
      const next = bytes[at];
      if (next === 0x7d) return at + 1;
      if (next !== 0x2c) return scanner.stop(at, 'expected a comma or }');
      at = scanner.skipSpace(at + 1);
    }
  }

  #take(scanner: JsonScanner, start: number, member: Member): number {
    for (const slot of member.slots) this.start[slot] = -1;
    scanner.forgetEscape();
    const isObject = scanner.bytes[start] === 0x7b;
    const end =
      isObject && member.within !== undefined
        ? this.#scanObject(scanner, start, member.within)
        : scanner.skipValue(start);
    if (end < 0 || member.slot < 0) return end;
    this.start[member.slot] = start;
    this.end[member.slot] = end;
    this.escaped[member.slot] = scanner.sawEscape ? 1 : 0;
    return end;
  }
}

function toNode(tree: FieldTree): Node {
  const node: Member[][] = [];
  for (const [name, { slot, within }] of Object.entries(tree)) {
    const bytes = encoder.encode(name);
    const inner = within === undefined ? undefined : toNode(within);
    const innerSlots = (inner ?? []).flatMap((members) => members ?? []).flatMap((m) => m.slots);
    const slots = slot === undefined ? innerSlots : [slot, ...innerSlots];
    assert(bytes.length > 0, 'a member to look for has a name');
    (node[bytes.length] ??= []).push({ name: bytes, slot: slot ?? -1, within: inner, slots });
  }
  return node;
}

function findMember(
  node: Node,
  bytes: Uint8Array,
  start = 0,
  end = bytes.length,
): Member | undefined {
  const length = end - start;
  const members = node[length];
  if (members === undefined) return undefined;
  search: for (const member of members) {
    const { name } = member;
    // From the end: names like eventTime, eventName differ there.
    for (let i = length - 1; i >= 0; i--) {
      if (name[i] !== bytes[start + i]) continue search;
    }
    return member;
  }
  return undefined;
}

/** The text of a string literal's bytes, quotes included in the bytes, again as bytes. */
function unescaped(bytes: Uint8Array, start: number, end: number): Uint8Array {
  return encoder.encode(parseString(bytes, start, end));
}

/** The text of a JSON string literal that a {@link JsonScanner} has passed. */
export function parseString(bytes: Uint8Array, start: number, end: number): string {
  const text: unknown = JSON.parse(decoder.decode(bytes.subarray(start, end)));
  assert(typeof text === 'string', 'a string literal parses to a string');
  return text;
}
