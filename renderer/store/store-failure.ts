/** What a database says where the disk is full; Chromium says DataError where a Blob has no room. */
const fullNames: ReadonlySet<string> = new Set(['QuotaExceededError', 'DataError']);

/**
 * Why storing failed, as a sentence: a full disk by its name, however deep Dexie has packed it,
 * with `wayOut`; anything else by its message.
 */
export function storeFailure(error: unknown, wayOut: string): string {
  if (isFull(error)) return `The disk is full. ${wayOut}`;
  return error instanceof Error ? error.message : String(error);
}

/** Dexie has the database's own error in `inner`, and those of single rows in `failures`. */
function isFull(error: unknown): boolean {
  if (!(error instanceof Error || error instanceof DOMException)) return false;
  if (fullNames.has(error.name)) return true;
  if ('inner' in error && isFull(error.inner)) return true;
  return 'failures' in error && Array.isArray(error.failures) && error.failures.some(isFull);
}
