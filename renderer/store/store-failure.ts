/** What a database says where the disk is full; Chromium says DataError where a Blob has no room. */
const fullNames: ReadonlySet<string> = new Set(['QuotaExceededError', 'DataError']);

/** Chromium closes a database whose disk can't be written; what is under way has an UnknownError. */
const closedNames: ReadonlySet<string> = new Set(['DatabaseClosedError', 'UnknownError']);

/** What befell a database that the system closed, or that was removed. */
export const databaseClosed =
  'The case’s database was closed: the disk is full or fails, or the data was removed.';

/**
 * Why storing or reading failed, as a sentence: a full disk by its name, however deep Dexie has packed
 * it, with `wayOut`; a database that was closed; anything else by its message.
 */
export function storeFailure(error: unknown, wayOut: string): string {
  if (isNamed(error, fullNames)) return `The disk is full. ${wayOut}`.trim();
  if (isNamed(error, closedNames)) return databaseClosed;
  return error instanceof Error ? error.message : String(error);
}

/** Dexie has the database's own error in `inner`, and those of single rows in `failures`. */
function isNamed(error: unknown, names: ReadonlySet<string>): boolean {
  if (!(error instanceof Error || error instanceof DOMException)) return false;
  if (names.has(error.name)) return true;
  if ('inner' in error && isNamed(error.inner, names)) return true;
  const failures: readonly unknown[] =
    'failures' in error && Array.isArray(error.failures) ? error.failures : [];
  return failures.some((one) => isNamed(one, names));
}
