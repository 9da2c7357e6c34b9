import { withOwingImports } from '../../core/source/owing-imports.ts';
import type { ImportSums } from '../../core/source/evidence.ts';
import { noSums } from '../../core/source/sum-sources.ts';
import { message } from '../../messages/message.svelte.ts';
import type { CaseStore, ImportAct } from '../case/case-list.svelte.ts';
import { Latest } from '../latest.ts';
import type { Ledger } from './ledger.svelte.ts';
import type { Notices } from '../app/notices.svelte.ts';

export type { ImportAct } from '../case/case-list.svelte.ts';

/** An import into the open case, with the sums of its files. */
export interface SummedImport extends ImportAct {
  readonly sums: ImportSums;
}

/** The imports into the open case, for the ledger. */
export class ImportActs {
  readonly #store: CaseStore;
  readonly #ledger: Ledger;
  readonly #notices: Notices;
  readonly #latest = new Latest();
  #acts: readonly ImportAct[] = $state.raw([]);
  readonly #summed = $derived.by(() => {
    const sumsOf = new Map(
      this.#ledger.facts.imports.map(({ importId, sums }) => [importId, sums]),
    );
    return this.#acts.map((act) => ({ ...act, sums: sumsOf.get(act.id) ?? noSums }));
  });

  constructor(store: CaseStore, ledger: Ledger, notices: Notices) {
    this.#store = store;
    this.#ledger = ledger;
    this.#notices = notices;
  }

  /** In their order; those that were undone are not among them. */
  get list(): readonly SummedImport[] {
    return this.#summed;
  }

  /** The import, and those that have to go with it: they rest on its events. */
  undoneWith(importId: number): readonly SummedImport[] {
    const gone = new Set(withOwingImports(importId, this.#ledger.facts.imports));
    return this.#summed.filter(({ id }) => gone.has(id));
  }

  async load(caseId: string): Promise<void> {
    const outcome = await this.#latest.ask(() => this.#store.importsInto(caseId));
    if (outcome.kind === 'answer') this.#acts = outcome.value;
    if (outcome.kind === 'failed') {
      const wayOut = message('ledger.openAgain');
      const thing = message('intake.notRead');
      this.#notices.problem({ thing, reason: outcome.reason, wayOut });
    }
  }
}
