/**
 * The same work, at most `most` of it under way at a time: the rest waits in order. After a failure
 * what still waits fails with it, and is not begun.
 */
export function atMost<T, R>(most: number, work: (item: T) => Promise<R>): (item: T) => Promise<R> {
  const waiting: (() => void)[] = [];
  let running = 0;
  let failure: { readonly reason: unknown } | undefined;
  return async (item) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    if (failure !== undefined) {
      waiting.shift()?.();
      throw failure.reason;
    }
    running++;
    try {
      return await work(item);
    } catch (reason) {
      failure ??= { reason };
      throw reason;
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}
