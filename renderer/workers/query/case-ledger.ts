import type { SourceId, Span } from '../../core/base/units.ts';
import { groupBy } from '../../core/base/group-by.ts';
import { logChecksBySource, type IntegrityCheck } from '../../core/integrity/integrity-check.ts';
import type { LogCheck } from '../../core/integrity/log-checks.ts';
import { inOrder, type LedgerOrder } from '../../core/query/ledger-order.ts';
import { commonFolder } from '../../core/source/common-folder.ts';
import type { EvidenceSource, Verdict } from '../../core/source/evidence.ts';
import { logListsOf } from '../../core/source/shapes.ts';
import { sumSources } from '../../core/source/sum-sources.ts';
import type { CaseReader } from '../case-reader.ts';
import type { ImportFacts, LedgerFacts, LedgerIssue } from './query.ts';

/** The import ledger of a case as it was last read: of half a million files pages leave here. */
export class CaseLedger {
  readonly #sources: readonly EvidenceSource[];
  readonly #check: IntegrityCheck | undefined;
  #logs: ReadonlyMap<SourceId, LogCheck> | undefined;
  #byId: ReadonlyMap<SourceId, EvidenceSource> | undefined;
  #facts: Omit<LedgerFacts, 'issues' | 'conflicting'> | undefined;
  #sorted: { readonly by: string; readonly files: readonly EvidenceSource[] } | undefined;

  constructor(sources: readonly EvidenceSource[], check: IntegrityCheck | undefined) {
    this.#sources = sources;
    this.#check = check;
  }

  async facts(reader: CaseReader): Promise<Omit<LedgerFacts, 'conflicting'>> {
    this.#facts ??= factsOf(this.#sources);
    return { ...this.#facts, issues: await reader.issueCount() };
  }

  /** Files at these places, of those with the verdict, or of all. Sorting happens once an order. */
  files(
    verdict: Verdict | undefined,
    order: LedgerOrder,
    { start, end }: Span<number>,
  ): readonly EvidenceSource[] {
    const by = [verdict, order.column, order.descending].join();
    if (this.#sorted?.by !== by) {
      const chosen =
        verdict === undefined
          ? this.#sources
          : this.#sources.filter((source) => source.verdict === verdict);
      this.#sorted = { by, files: inOrder(chosen, order, (source) => this.#logOf(source)) };
    }
    return this.#sorted.files.slice(start, end);
  }

  async issues(reader: CaseReader, places: Span<number>): Promise<readonly LedgerIssue[]> {
    const issues = await reader.issues(places);
    return issues.map((issue) => ({ ...issue, path: this.source(issue.source)?.path ?? '' }));
  }

  source(id: SourceId): EvidenceSource | undefined {
    this.#byId ??= new Map(this.#sources.map((source) => [source.id, source]));
    return this.#byId.get(id);
  }

  #logOf(source: SourceId): LogCheck | undefined {
    this.#logs ??=
      this.#check === undefined ? new Map() : logChecksBySource(this.#check, this.#sources);
    return this.#logs.get(source);
  }
}

function factsOf(sources: readonly EvidenceSource[]): Omit<LedgerFacts, 'issues' | 'conflicting'> {
  const verdicts = new Map<Verdict, number>();
  for (const { verdict } of sources) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
  return {
    files: sources.length,
    verdicts,
    folder: commonFolder(sources.map(({ path }) => path)),
    logLists: logListsOf(sources),
    imports: [...groupBy(sources, ({ importId }) => importId)].map(importFacts),
  };
}

function importFacts([importId, files]: readonly [number, readonly EvidenceSource[]]): ImportFacts {
  const owed = new Map<number, number>();
  for (const file of files) {
    for (const debt of file.owed) {
      owed.set(debt.importId, (owed.get(debt.importId) ?? 0) + debt.records);
    }
  }
  return {
    importId,
    sums: sumSources(files),
    owed: [...owed].map(([creditor, records]) => ({ importId: creditor, records })),
  };
}
