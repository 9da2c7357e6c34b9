/** A record with one value for each of these names. The names are the program's own, never evidence. */
export function recordOf<K extends string, T>(
  names: readonly K[],
  value: (name: K) => T,
): Readonly<Record<K, T>> {
  // Object.fromEntries forgets the names' type; all of them were just given.
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<K, T>;
}
