/** Everything that comes out of a stream. */
export async function allOf<T>(values: Iterable<T> | AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

/** Values as they would come out of a database. */
// eslint-disable-next-line @typescript-eslint/require-await -- here they wait for nothing
export async function* streamed<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}
