import { buildTable, type BuiltTable } from '../../core/correlate/build-table.ts';
import type { IntegrityCheck } from '../../core/integrity/integrity-check.ts';
import { Selections } from '../../core/query/selections.ts';
import type { EvidenceSource, ImportSums } from '../../core/source/evidence.ts';
import { addSource, noSums } from '../../core/source/sum-sources.ts';
import { flag } from '../../core/table/columns.ts';
import type { EventTable, TargetGroupLink } from '../../core/table/event-table.ts';
import { joinedKeyFacts, type KeyFacts } from '../../core/table/key-facts.ts';
import { sortColumns } from '../../core/table/sort-columns.ts';
import { usedTexts } from '../../core/table/used-texts.ts';
import { CaseAdditions } from './case-additions.ts';
import { CaseActors } from './case-actors.ts';
import { CaseLedger } from './case-ledger.ts';
import type { CaseReader } from '../case-reader.ts';
import { transferableBuffers } from '../transferable-buffers.ts';
import type { CaseContents } from './query.ts';

/** A case in memory, as it was when last read. Made anew when evidence has been added. */
export interface LoadedCase {
  readonly reader: CaseReader;
  readonly lastChunk: number;
  readonly links: readonly TargetGroupLink[];
  readonly keyFacts: KeyFacts;
  readonly built: BuiltTable;
  readonly selections: Selections;
  readonly additions: CaseAdditions;
  readonly actors: CaseActors;
  /** In the order of their numbers. */
  readonly sources: readonly EvidenceSource[];
  readonly sums: ImportSums;
  readonly ledger: CaseLedger;
  /** What the last check of the evidence found. */
  readonly check: IntegrityCheck | undefined;
  readonly unfinishedImport: boolean;
}

/**
 * Reads a case, or what was stored since `earlier` was read: the events in memory are not read
 * again, and keep their refs.
 */
export async function loadCase(reader: CaseReader, earlier?: LoadedCase): Promise<LoadedCase> {
  const [chunks, newSources, check, unfinishedImport, hasUndone] = await Promise.all([
    reader.chunksAfter(earlier?.lastChunk ?? 0),
    reader.sourcesAfter(earlier?.sources.at(-1)?.id ?? 0),
    reader.integrity(),
    reader.hasUnfinishedImport(),
    reader.hasUndoneImport(),
  ]);
  const sources = [...(earlier?.sources ?? []), ...newSources];
  const sums = newSources.reduce(addSource, earlier?.sums ?? noSums);
  const last = chunks.at(-1);
  if (earlier && !last) {
    earlier.additions.takeCheck(check, sources);
    const ledger = new CaseLedger(sources, check);
    return { ...earlier, sources, sums, ledger, check, unfinishedImport };
  }
  const links = [...(earlier?.links ?? []), ...chunks.flatMap((chunk) => chunk.links)];
  // Asked for after the chunks, which need its texts, and fetched while they are sorted.
  const dictionaries = reader.dictionaries();
  const columns = sortColumns(
    earlier?.built.table,
    chunks.map((chunk) => chunk.columns),
  );
  const keyFacts = joinedKeyFacts(
    earlier && { rows: earlier.built.table.rows, keyFacts: earlier.keyFacts },
    chunks.map(({ columns: { length }, keyFacts: facts }) => ({ rows: length, keyFacts: facts })),
  );
  // All of it was copied, and takes half as much memory again as the case.
  for (const buffer of chunks.flatMap((chunk) => transferableBuffers(chunk.columns))) {
    buffer.transfer(0);
  }
  const texts = await dictionaries;
  const used = hasUndone ? usedTexts(texts, columns, links, keyFacts) : texts;
  const built = buildTable(columns, used, links, keyFacts);
  const selections = new Selections(built.table);
  const additions = new CaseAdditions(built.table, selections, earlier?.additions);
  additions.takeCheck(check, sources);
  return {
    reader,
    lastChunk: last?.id ?? 0,
    links,
    keyFacts,
    built,
    selections,
    additions,
    actors: new CaseActors(built),
    sources,
    sums,
    ledger: new CaseLedger(sources, check),
    check,
    unfinishedImport,
  };
}

/** How much a case holds. */
export function contentsOf(loaded: LoadedCase): CaseContents {
  const { sums, unfinishedImport } = loaded;
  const { table } = loaded.built;
  const first = table.time[0];
  const last = table.time[table.rows - 1];
  return {
    events: table.rows,
    elbEvents: countElb(table),
    span: first === undefined || last === undefined ? undefined : { start: first, end: last + 1 },
    files: sums.files,
    sums,
    unfinishedImport,
  };
}

function countElb({ flags }: EventTable): number {
  let count = 0;
  const { length } = flags;
  for (let row = 0; row < length; row++) if (((flags[row] ?? 0) & flag.elb) !== 0) count++;
  return count;
}
