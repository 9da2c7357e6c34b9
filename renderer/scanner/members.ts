// Finds wanted members of an object in one pass over its bytes. The tree of what is wanted is
// written by json-scanner.ts: a node has a list for each length of a name, or 0; a list has its
// count, then for each member its name, slot, node within, and the slots at and below it.
import {
  byteAt,
  expectedCommaOrBrace,
  expectedName,
  forgetEscape,
  forgetSpace,
  hadEscape,
  skipColon,
  skipSpace,
  skipString,
  skipValue,
  stop,
} from './json-text.ts';
import { endsAt, escapedAt, scratch, tableAt, tree, window } from './layout.ts';

const longestName: i32 = 63;
const memberBytes: usize = 20;
const wordBytes: usize = 4;
const none: i32 = -1;

/** `start` is at the opening brace. Answers the position behind the object, or -1. */
export function scanRecord(start: i32, table: i32): i32 {
  const found = tableAt(table);
  memory.fill(found, 0xff, endsAt);
  forgetSpace();
  return scanObject(start, tree, found);
}

function scanObject(start: i32, node: usize, found: usize): i32 {
  let at = skipSpace(start + 1);
  if (byteAt(at) == 0x7d) return at + 1;
  while (true) {
    if (byteAt(at) != 0x22) return stop(at, expectedName);
    forgetEscape();
    const nameEnd = skipString(at);
    if (nameEnd < 0) return nameEnd;
    const member = hadEscape()
      ? findEscaped(node, at + 1, nameEnd - 1)
      : findMember(node, window + usize(at + 1), nameEnd - at - 2);
    at = skipColon(nameEnd);
    if (at < 0) return at;
    at = member == 0 ? skipValue(at) : takeMember(at, member, found);
    if (at < 0) return at;
    at = skipSpace(at);
    const next = byteAt(at);
    if (next == 0x7d) return at + 1;
    if (next != 0x2c) return stop(at, expectedCommaOrBrace);
    at = skipSpace(at + 1);
  }
}

function takeMember(start: i32, member: usize, found: usize): i32 {
  // As with JSON.parse, the last of several members of one name counts, with all that is in it.
  const slots = usize(load<u32>(member, 12));
  const slotsEnd = slots + wordBytes * usize(load<u32>(member, 16));
  for (let at = slots; at < slotsEnd; at += wordBytes) {
    store<i32>(found + wordBytes * usize(load<u32>(at)), none);
  }
  const slot = load<i32>(member, 4);
  const within = usize(load<u32>(member, 8));
  forgetEscape();
  const end =
    within != 0 && byteAt(start) == 0x7b ? scanObject(start, within, found) : skipValue(start);
  if (end < 0 || slot < 0) return end;
  const place = found + wordBytes * usize(slot);
  store<i32>(place, start);
  store<i32>(place + endsAt, end);
  store<u8>(found + escapedAt + usize(slot), hadEscape() ? 1 : 0);
  return end;
}

/** The member of this name, 0 where none is wanted. Up to eight bytes before a name are readable. */
function findMember(node: usize, name: usize, length: i32): usize {
  if (length > longestName || length == 0) return 0;
  const list = usize(load<u32>(node + wordBytes * usize(length)));
  if (list == 0) return 0;
  const end = list + wordBytes + memberBytes * usize(load<u32>(list));
  for (let member = list + wordBytes; member < end; member += memberBytes) {
    if (isSame(usize(load<u32>(member)), name, usize(length))) return member;
  }
  return 0;
}

function isSame(one: usize, other: usize, length: usize): bool {
  // From the end: names like eventTime, eventName differ there.
  const unlike = load<u64>(one + length - 8) ^ load<u64>(other + length - 8);
  if (length < 8) return unlike >> (64 - 8 * u64(length)) == 0;
  if (unlike != 0) return false;
  for (let at: usize = 0; at + 8 < length; at += 8) {
    if (load<u64>(one + at) != load<u64>(other + at)) return false;
  }
  return true;
}

/** As {@link findMember}, of a name with escapes in it: all that is wanted is plain ASCII. */
function findEscaped(node: usize, start: i32, end: i32): usize {
  let length = 0;
  let at = start;
  while (at < end) {
    if (length == longestName) return 0;
    let code: u32 = byteAt(at++);
    if (code == 0x5c) {
      code = byteAt(at++);
      if (code == 0x75) {
        code = 0;
        for (const digits = at + 4; at < digits; at++) code = (code << 4) | hexValue(byteAt(at));
      } else if (code != 0x22 && code != 0x5c && code != 0x2f) return 0;
    }
    if (code > 0x7f) return 0;
    store<u8>(scratch + 8 + usize(length), u8(code));
    length++;
  }
  return findMember(node, scratch + 8, length);
}

function hexValue(byte: u8): u32 {
  return byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x57;
}
