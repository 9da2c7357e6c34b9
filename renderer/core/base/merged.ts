/**
 * What several sources give, as it comes: each is at work on its next piece, and on no further one,
 * until that was taken. Ended early, it ends them all.
 */
export async function* merged<T>(
  sources: readonly AsyncGenerator<T, void, undefined>[],
): AsyncGenerator<T, void, undefined> {
  const coming = new Map(sources.map((source) => [source, nextOf(source)]));
  try {
    while (coming.size > 0) {
      const { source, next } = await Promise.race(coming.values());
      coming.delete(source);
      if (next.done === true) continue;
      yield next.value;
      coming.set(source, nextOf(source));
    }
  } finally {
    for (const source of sources) void source.return(undefined);
  }
}

interface Next<T> {
  readonly source: AsyncGenerator<T, void, undefined>;
  readonly next: IteratorResult<T, void>;
}

async function nextOf<T>(source: AsyncGenerator<T, void, undefined>): Promise<Next<T>> {
  return { source, next: await source.next() };
}
