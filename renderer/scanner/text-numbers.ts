// Remembers the numbers that json-scanner.ts gave to texts, by their bytes: a text that was met
// before costs a hash and a comparison, and no string. It may forget any of them at any time.
import { byteAt } from './json-text.ts';
import {
  arena,
  endsAt,
  longestText,
  scratch,
  slotCount,
  slots,
  tableAt,
  textsAt,
  window,
} from './layout.ts';

const unknown: i32 = -1;
/** A few: texts made to share a slot put each other out, and slow nothing down. */
const mostProbes: u32 = 8;
const slotBytes: usize = 16;
const multiplier: u64 = 0x9e3779b97f4a7c15;

let arenaUsed: usize = arena;
let wanted: usize = 0;
let wantedEnd: usize = 0;

/** Which members {@link numberTexts} looks up: pairs of words, slot and kind. */
export function wantTexts(at: usize, count: i32): void {
  wanted = at;
  wantedEnd = at + 8 * usize(count);
}

export function forgetTexts(): void {
  // Memory that was never written to takes no room.
  if (arenaUsed == arena) return;
  memory.fill(slots, 0, usize(slotCount) * slotBytes);
  arenaUsed = arena;
}

/**
 * Puts down the number of each wanted member's text, -1 where it is not known, 0 where the member
 * is absent, null or empty. Answers whether all are known.
 */
export function numberTexts(table: i32): bool {
  const found = tableAt(table);
  let areKnown = true;
  for (let at = wanted; at < wantedEnd; at += 8) {
    const place = found + 4 * usize(load<u32>(at));
    const number = numberOfMember(load<i32>(place), load<i32>(place, endsAt), load<u32>(at, 4));
    store<i32>(place + textsAt, number);
    if (number < 0) areKnown = false;
  }
  return areKnown;
}

function numberOfMember(start: i32, end: i32, kind: u32): i32 {
  if (start < 0) return 0;
  const first = byteAt(start);
  if (first == 0x6e) return 0;
  const isString = first == 0x22 ? 1 : 0;
  const length = end - start - 2 * isString;
  if (length == 0) return 0;
  if (length > longestText) return unknown;
  return numberOf(kind, window + usize(start + isString), length);
}

/** Remembers the number of a text in the window. */
export function rememberText(kind: u32, start: i32, length: i32, number: i32): void {
  if (length <= longestText) remember(kind, window + usize(start), length, number);
}

/** As a text of the window, behind the sixteen bytes that stand in the scratch. */
export function numberBehind(kind: u32, start: i32, length: i32): i32 {
  memory.copy(scratch + 16, window + usize(start), usize(length));
  return numberOf(kind, scratch, length + 16);
}

/** Remembers the number of what {@link numberBehind} looked for last. */
export function rememberBehind(kind: u32, length: i32, number: i32): void {
  remember(kind, scratch, length + 16, number);
}

function numberOf(kind: u32, text: usize, length: i32): i32 {
  const hash = hashOf(kind, text, length);
  const mark = markOf(kind, length);
  for (let probe: u32 = 0; probe < mostProbes; probe++) {
    const slot = slotAt(hash, probe);
    const known = usize(load<u32>(slot, 8));
    if (known == 0) return unknown;
    if (load<u32>(slot) != u32(hash) || load<u32>(slot, 12) != mark) continue;
    if (isSame(known, text, length)) return load<i32>(slot, 4);
  }
  return unknown;
}

function remember(kind: u32, text: usize, length: i32, number: i32): void {
  const bytes = (usize(length) + 7) & ~7;
  if (arenaUsed + bytes > window) forgetTexts();
  const hash = hashOf(kind, text, length);
  let slot = slotAt(hash, u32(hash >> 61));
  for (let probe: u32 = 0; probe < mostProbes; probe++) {
    const free = slotAt(hash, probe);
    if (load<u32>(free, 8) != 0) continue;
    slot = free;
    break;
  }
  store<u64>(arenaUsed + bytes - 8, 0);
  memory.copy(arenaUsed, text, usize(length));
  store<u32>(slot, u32(hash));
  store<i32>(slot, number, 4);
  store<u32>(slot, u32(arenaUsed), 8);
  store<u32>(slot, markOf(kind, length), 12);
  arenaUsed += bytes;
}

function slotAt(hash: u64, probe: u32): usize {
  return slots + slotBytes * usize((u32(hash >> 32) + probe) & (slotCount - 1));
}

function markOf(kind: u32, length: i32): u32 {
  return (kind << 16) | u32(length);
}

function hashOf(kind: u32, text: usize, length: i32): u64 {
  let hash = (u64(markOf(kind, length)) + 1) * multiplier;
  const words = text + (usize(length) & ~7);
  for (let at = text; at < words; at += 8) hash = mixed(hash ^ load<u64>(at));
  if ((length & 7) != 0) hash = mixed(hash ^ lastBytes(words, length));
  return hash;
}

function mixed(hash: u64): u64 {
  const product = hash * multiplier;
  return product ^ (product >> 32);
}

/** Up to seven bytes behind the whole words; those behind them are readable, and left out. */
function lastBytes(at: usize, length: i32): u64 {
  return load<u64>(at) & ((u64(1) << (8 * (u64(length) & 7))) - 1);
}

/** `known` lies in the arena, filled up with zeros to whole words. */
function isSame(known: usize, text: usize, length: i32): bool {
  const words = usize(length) & ~7;
  for (let at: usize = 0; at < words; at += 8) {
    if (load<u64>(known + at) != load<u64>(text + at)) return false;
  }
  return (length & 7) == 0 || load<u64>(known + words) == lastBytes(text + words, length);
}
