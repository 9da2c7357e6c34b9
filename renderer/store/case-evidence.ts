import { groupBy } from '../core/base/group-by.ts';
import type { SourceId } from '../core/base/units.ts';
import { archiveFiles } from '../core/decode/archive.ts';
import { heldSource, inWords, type Streamable } from '../core/decode/byte-source.ts';
import { unwrapped } from '../core/decode/layers.ts';
import { loadBytes, type LoadedBytes } from '../core/decode/load-bytes.ts';
import type { IntegrityCheck } from '../core/integrity/integrity-check.ts';
import { CaseDatabase, keptBytes, type SourceRow } from './case-database.ts';

/** Something to read a file's bytes from. */
export interface Opened {
  readonly source: Streamable;
}

/** An evidence file out of the case. */
export type ReadFile<T> =
  | { readonly kind: 'read'; readonly row: SourceRow; readonly file: T }
  | { readonly kind: 'gone'; readonly row: SourceRow; readonly reason: string };

/** What a file may have more than it had: beyond, it is another one anyway. */
const slackBytes = 1024 * 1024;
const maxHeldBytes = 64 * 1024 * 1024;

/** All evidence of a case, one file after the other. */
export class CaseEvidence {
  readonly #database: CaseDatabase;
  /** The bytes of the last pack of small files that was read from. */
  #pack: { readonly source: SourceId; readonly bytes: ArrayBuffer } | undefined;

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
  readAgain(rows: readonly SourceRow[]): AsyncGenerator<ReadFile<LoadedBytes>> {
    const own = rows.filter(({ duplicateOf }) => duplicateOf === undefined);
    return this.#files(own, (source, { bytes }) => {
      let left = bytes + slackBytes;
      return loadBytes(source, (spent) => (left -= spent) >= 0);
    });
  }

  /** As {@link readAgain}, of these files only, and without hashing them. */
  contentOf(
    rows: readonly SourceRow[],
    isWanted: (source: SourceId) => boolean,
  ): AsyncGenerator<ReadFile<Opened>> {
    return this.#files(withArchives(rows, isWanted), async (source) => {
      const isSmall = source instanceof Blob && source.size <= maxHeldBytes;
      return { source: isSmall ? heldSource(await source.arrayBuffer()) : source };
    });
  }

  async *#files<T extends Opened>(
    rows: readonly SourceRow[],
    open: Open<T>,
  ): AsyncGenerator<ReadFile<T>> {
    const inArchive = groupBy(rows, ({ parent }) => parent);
    for (const row of inArchive.get(undefined) ?? []) {
      if (!isKept(row)) continue;
      const kept = await this.#keptBytes(row);
      if (typeof kept === 'string') yield { kind: 'gone', row, reason: kept };
      else yield* this.#readFile(row, kept, { inArchive, open });
    }
  }

  /** A text says why there are none. Small files come out of memory: the others of their pack follow. */
  async #keptBytes(row: SourceRow): Promise<Streamable | string> {
    const { pack, bytes } = row;
    const missing = 'its bytes are not in the case';
    if (pack === undefined) return (await keptBytes(this.#database, row)) ?? missing;
    if (this.#pack?.source !== pack.source) {
      const kept = await this.#database.blobs.get(pack.source);
      const all = await kept?.blob.arrayBuffer().catch(inWords);
      if (all === undefined || typeof all === 'string') return all ?? missing;
      this.#pack = { source: pack.source, bytes: all };
    }
    return heldSource(this.#pack.bytes.slice(pack.offset, pack.offset + bytes));
  }

  async save(check: IntegrityCheck): Promise<void> {
    await this.#database.integrity.put({ id: 'last', check });
  }

  close(): void {
    this.#database.close();
  }

  async *#readFile<T extends Opened>(
    row: SourceRow,
    source: Streamable,
    walk: Walk<T>,
  ): AsyncGenerator<ReadFile<T>> {
    const file = await walk.open(source, row).catch(inWords);
    if (typeof file === 'string') {
      yield { kind: 'gone', row, reason: file };
      return;
    }
    yield { kind: 'read', row, file };
    const entries = walk.inArchive.get(row.id);
    if (entries !== undefined) yield* this.#readArchive(row, file.source, entries, walk);
  }

  async *#readArchive<T extends Opened>(
    { layers }: SourceRow,
    source: Streamable,
    entries: readonly SourceRow[],
    walk: Walk<T>,
  ): AsyncGenerator<ReadFile<T>> {
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
      yield* this.#readFile(row, next.value.source, walk);
    }
    await files?.return(undefined);
    for (const row of wanted.values()) yield { kind: 'gone', row, reason };
  }
}

/** How files are opened, and which lie in which archive. */
interface Walk<T> {
  readonly inArchive: ReadonlyMap<SourceId | undefined, readonly SourceRow[]>;
  readonly open: Open<T>;
}
type Open<T> = (source: Streamable, row: SourceRow) => Promise<T>;

/** The rows wanted, and the archives that they lie in. */
function withArchives(
  rows: readonly SourceRow[],
  isWanted: (source: SourceId) => boolean,
): readonly SourceRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const wanted = new Set<SourceRow>();
  for (const row of rows) {
    if (!isWanted(row.id)) continue;
    let outer: SourceRow | undefined = row;
    while (outer !== undefined && !wanted.has(outer)) {
      wanted.add(outer);
      outer = outer.parent === undefined ? undefined : byId.get(outer.parent);
    }
  }
  return rows.filter((row) => wanted.has(row));
}

/** Whether a case has the bytes: those of files that are no logs are left where they were found. */
export function isKept({ verdict, parent, sha256, entry }: SourceRow): boolean {
  if (sha256 === '') return false;
  return parent === undefined ? verdict !== 'skipped' : entry !== undefined;
}
