import { giveBack } from '../base/give-back.ts';

const digitBits = 11;
const digitMask = (1 << digitBits) - 1;

/**
 * The places 0 to n-1 in the order of their keys, places with the same keys in their own order.
 *
 * `keys` holds columns of one length, the weightiest first. A radix sort: it costs one pass over
 * the places for every 11 bits that the largest key of a column has, whatever the order was.
 */
export function sortedOrder(length: number, keys: readonly Uint32Array[]): Uint32Array {
  let order = new Uint32Array(length);
  for (let place = 0; place < length; place++) order[place] = place;
  if (isSorted(length, keys)) return order;
  let spare = new Uint32Array(length);
  for (const key of lightestFirst(length, keys)) {
    const bits = 32 - Math.clz32(largest(key));
    for (let shift = 0; shift < bits; shift += digitBits) {
      scatter(order, key, shift, spare);
      [order, spare] = [spare, order];
    }
  }
  giveBack(spare);
  return order;
}

/** Leaves out the light keys that are in order already, as those of one import's files are. */
function lightestFirst(length: number, keys: readonly Uint32Array[]): readonly Uint32Array[] {
  let heavy = keys.length;
  for (let from = 1; from < keys.length && heavy === keys.length; from++) {
    if (isSorted(length, keys.slice(from))) heavy = from;
  }
  return keys.slice(0, heavy).toReversed();
}

function isSorted(length: number, keys: readonly Uint32Array[]): boolean {
  for (let place = 1; place < length; place++) {
    for (const key of keys) {
      const before = key[place - 1] ?? 0;
      const here = key[place] ?? 0;
      if (before > here) return false;
      if (before < here) break;
    }
  }
  return true;
}

function largest(key: Uint32Array): number {
  let most = 0;
  const { length } = key;
  for (let place = 0; place < length; place++) {
    const value = key[place] ?? 0;
    if (value > most) most = value;
  }
  return most;
}

function scatter(order: Uint32Array, key: Uint32Array, shift: number, into: Uint32Array): void {
  const starts = new Uint32Array(digitMask + 2);
  const { length } = order;
  for (let place = 0; place < length; place++) {
    const after = (((key[place] ?? 0) >>> shift) & digitMask) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let digit = 1; digit < starts.length; digit++) {
    starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0);
  }
  for (let place = 0; place < length; place++) {
    const item = order[place] ?? 0;
    const digit = ((key[item] ?? 0) >>> shift) & digitMask;
    const target = starts[digit] ?? 0;
    into[target] = item;
    starts[digit] = target + 1;
  }
}
