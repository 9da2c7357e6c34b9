import { groupBy } from '../core/base/group-by.ts';
import type { SourceId } from '../core/base/units.ts';
import { archiveFiles } from '../core/decode/archive.ts';
import { inWords, type Streamable } from '../core/decode/byte-source.ts';
import { unwrapped } from '../core/decode/layers.ts';
import { loadBytes, type LoadedBytes } from '../core/decode/load-bytes.ts';
import type { IntegrityCheck } from '../core/integrity/integrity-check.ts';
import { CaseDatabase, keptBytes, type SourceRow } from './case-database.ts';

/** An evidence file, read again out of the case. */
export type ReadAgain =
  | { readonly kind: 'read'; readonly row: SourceRow; readonly file: LoadedBytes }
  | { readonly kind: 'gone'; readonly row: SourceRow; readonly reason: string };

/** What a file may have more than it had: beyond, it is another one anyway. */
const slackBytes = 1024 * 1024;

/** All evidence of a case, one file after the other. */
export class CaseEvidence {
  readonly #database: CaseDatabase;

  constructor(caseId: string) {
    this.#database = new CaseDatabase(caseId);
  }

  async sources(): Promise<readonly SourceRow[]> {
    return this.#database.sources.toArray();
  }

  /**
   * Reads again every file whose bytes the case keeps, each archive once and then its files. What
   * is yielded is good until the next is asked for.
   */
  async *readAgain(rows: readonly SourceRow[]): AsyncGenerator<ReadAgain> {
    const own = rows.filter(({ duplicateOf }) => duplicateOf === undefined);
    const inArchive = groupBy(own, ({ parent }) => parent);
    for (const row of inArchive.get(undefined) ?? []) {
      if (!isKept(row)) continue;
      const kept = await keptBytes(this.#database, row);
      if (kept === undefined) yield { kind: 'gone', row, reason: 'its bytes are not in the case' };
      else yield* this.#readFile(row, kept, inArchive);
    }
  }

  async save(check: IntegrityCheck): Promise<void> {
    await this.#database.integrity.put({ id: 'last', check });
  }

  close(): void {
    this.#database.close();
  }

  async *#readFile(
    row: SourceRow,
    source: Streamable,
    inArchive: InArchive,
  ): AsyncGenerator<ReadAgain> {
    let left = row.bytes + slackBytes;
    const file = await loadBytes(source, (spent) => (left -= spent) >= 0).catch(inWords);
    if (typeof file === 'string') {
      yield { kind: 'gone', row, reason: file };
      return;
    }
    yield { kind: 'read', row, file };
    const entries = inArchive.get(row.id);
    if (entries !== undefined) yield* this.#readArchive(row, file.source, entries, inArchive);
  }

  async *#readArchive(
    { layers }: SourceRow,
    source: Streamable,
    entries: readonly SourceRow[],
    inArchive: InArchive,
  ): AsyncGenerator<ReadAgain> {
    const wanted = new Map(entries.filter(isKept).map((row) => [row.entry, row]));
    const kind = layers.find((layer) => layer === 'zip' || layer === 'tar');
    let reason = 'it is no longer in its archive';
    const files = kind && archiveFiles(kind, unwrapped(source, layers));
    while (files !== undefined && wanted.size > 0) {
      const next = await files.next().catch(inWords);
      if (typeof next === 'string') reason = next;
      if (typeof next === 'string' || next.done === true) break;
      const row = wanted.get(next.value.entry);
      if (row === undefined) continue;
      wanted.delete(row.entry);
      yield* this.#readFile(row, next.value.source, inArchive);
    }
    await files?.return(undefined);
    for (const row of wanted.values()) yield { kind: 'gone', row, reason };
  }
}

type InArchive = ReadonlyMap<SourceId | undefined, readonly SourceRow[]>;

/** Whether a case has the bytes: those of files that are no logs are left where they were found. */
export function isKept({ verdict, parent, sha256, entry }: SourceRow): boolean {
  if (sha256 === '') return false;
  return parent === undefined ? verdict !== 'skipped' : entry !== undefined;
}
