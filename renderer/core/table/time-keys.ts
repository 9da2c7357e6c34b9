const twoTo32 = 2 ** 32;

/**
 * Whole milliseconds as keys to sort by: units since the first of them, in one word where they fit,
 * the upper word first. Two passes.
 */
export function timeKeys(time: Float64Array): readonly Uint32Array[] {
  const { first, last, unit } = extent(time);
  const low = new Uint32Array(time.length);
  for (let place = 0; place < time.length; place++) {
    low[place] = ((time[place] ?? 0) - first) / unit;
  }
  if ((last - first) / unit < twoTo32) return [low];
  const high = new Uint32Array(time.length);
  for (let place = 0; place < time.length; place++) {
    high[place] = Math.floor(((time[place] ?? 0) - first) / unit / twoTo32);
  }
  return [high, low];
}

/** CloudTrail writes whole seconds: counted in those, a hundred years fit one word. */
function extent(time: Float64Array): { first: number; last: number; unit: number } {
  let first = Infinity;
  let last = -Infinity;
  let unit = 1000;
  const { length } = time;
  for (let place = 0; place < length; place++) {
    const value = time[place] ?? 0;
    if (value < first) first = value;
    if (value > last) last = value;
    if (unit === 1000 && Math.floor(value / 1000) * 1000 !== value) unit = 1;
  }
  return { first, last, unit };
}
