/** `values` in another order: `gathered[place]` is `values[order[place]]`. */
export function gatheredWords(values: Uint32Array, order: Uint32Array): Uint32Array {
  const into = new Uint32Array(order.length);
  for (let place = 0; place < into.length; place++) into[place] = values[order[place] ?? 0] ?? 0;
  return into;
}

/** As {@link gatheredWords}, of numbers that are no words. */
export function gatheredNumbers(values: Float64Array, order: Uint32Array): Float64Array {
  const into = new Float64Array(order.length);
  for (let place = 0; place < into.length; place++) into[place] = values[order[place] ?? 0] ?? 0;
  return into;
}
