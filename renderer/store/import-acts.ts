import { CaseDatabase } from './case-database.ts';

/** An act of importing that stands. Times in milliseconds since 1970. */
export interface ImportAct {
  readonly id: number;
  readonly started: number;
  /** Undefined where it did not come to its end. */
  readonly finished: number | undefined;
}

/** The imports into a case that were not undone, in their order. */
export async function importsInto(caseId: string): Promise<readonly ImportAct[]> {
  const database = new CaseDatabase(caseId);
  try {
    const rows = await database.imports.toArray();
    return rows.filter(({ undone }) => undone === undefined);
  } finally {
    database.close();
  }
}

/**
 * Takes imports back out of a case, in one transaction: their events, the kept bytes of their
 * evidence, and their lines of the ledger. The texts of their events stay in the dictionaries, since
 * later events may use them. The last check of the evidence goes too. No import may be running.
 */
export async function undoImports(caseId: string, importIds: readonly number[]): Promise<void> {
  const database = new CaseDatabase(caseId);
  const { sources, blobs, chunks, hashes, issuePacks, imports, integrity } = database;
  const tables = [sources, blobs, chunks, hashes, issuePacks, imports, integrity];
  try {
    await database.transaction('rw', tables, async () => {
      const acts = await imports.orderBy('id').toArray();
      // It speaks of files by numbers that the next import may give again.
      await integrity.clear();
      for (const id of importIds) {
        const place = acts.findIndex((act) => act.id === id);
        const { chunksAfter = Infinity } = acts[place] ?? {};
        const next = acts[place + 1]?.chunksAfter ?? Infinity;
        const gone = await sources.filter(({ importId }) => importId === id).primaryKeys();
        await Promise.all([
          chunks.where('id').between(chunksAfter, next, false, true).delete(),
          hashes.where('chunk').between(chunksAfter, next, false, true).delete(),
          sources.bulkDelete(gone),
          blobs.bulkDelete(gone),
          issuePacks.where('source').anyOf(gone).delete(),
          imports.update(id, { undone: Date.now() }),
        ]);
      }
    });
  } finally {
    database.close();
  }
}
