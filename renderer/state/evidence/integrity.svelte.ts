import type { SourceId } from '../../core/base/units.ts';
import type { OriginalsComparison } from '../../core/integrity/compare-originals.ts';
import { findingsOf, type Finding } from '../../core/integrity/findings.ts';
import { logChecksBySource, type IntegrityCheck } from '../../core/integrity/integrity-check.ts';
import type { LogCheck } from '../../core/integrity/log-checks.ts';
import type { EvidenceSource } from '../../core/source/evidence.ts';
import type {
  IntegrityAsk,
  IntegrityProgress,
  IntegrityTell,
  OriginalFile,
} from '../../workers/integrity/integrity.ts';
import { message } from '../../messages/message.svelte.ts';
import type { Activity } from '../app/activity.svelte.ts';
import { Latest } from '../latest.ts';
import type { Notices } from '../app/notices.svelte.ts';
import type { QueryPort } from '../query-port.ts';

/** The integrity worker. */
export interface IntegrityPort {
  /** Tells until `done`, `compared` or `failed`, or nothing more once it is cancelled. */
  start(ask: IntegrityAsk, tell: (tell: IntegrityTell) => void): { cancel(): void };
}

/** A comparison with files beside the case, and the files of the case that it speaks of. */
export interface ComparedOriginals extends OriginalsComparison {
  readonly sources: readonly EvidenceSource[];
}

type RunEnd = Exclude<IntegrityTell, { readonly kind: 'progress' }>;

/** A check under way. */
export interface IntegrityRun {
  readonly progress: IntegrityProgress | undefined;
}

/** What the evidence of the open case was found to be when it was last read again. */
export class IntegrityState {
  readonly #port: IntegrityPort;
  readonly #query: QueryPort;
  readonly #notices: Notices;
  readonly #activity: Activity;
  readonly #latest = new Latest();
  readonly #comparing = new Latest();
  readonly #listeners = new Set<() => void>();
  #check: IntegrityCheck | undefined = $state.raw();
  #sources: readonly EvidenceSource[] = $state.raw([]);
  #compared: ComparedOriginals | undefined = $state.raw();
  #run: IntegrityRun | undefined = $state.raw();
  #stop: (() => void) | undefined;
  readonly #logs = $derived(
    this.#check === undefined
      ? new Map<SourceId, LogCheck>()
      : logChecksBySource(this.#check, this.#sources),
  );
  readonly #findings = $derived(
    this.#check === undefined ? [] : findingsOf(this.#check, this.#sources),
  );
  readonly #unchecked = $derived.by(() => {
    const last = this.#check?.lastSource;
    return last === undefined ? 0 : this.#sources.filter(({ id }) => id > last).length;
  });

  constructor(port: IntegrityPort, query: QueryPort, notices: Notices, activity: Activity) {
    this.#port = port;
    this.#query = query;
    this.#notices = notices;
    this.#activity = activity;
  }

  /** The last check; undefined where the case was never checked. */
  get check(): IntegrityCheck | undefined {
    return this.#check;
  }
  /** What the last comparison with files beside the case found; undefined where there was none. */
  get compared(): ComparedOriginals | undefined {
    return this.#compared;
  }
  get run(): IntegrityRun | undefined {
    return this.#run;
  }
  /** What speaks against the evidence, the gravest first. */
  get findings(): readonly Finding[] {
    return this.#findings;
  }
  /** How many files were imported since the last check. */
  get unchecked(): number {
    return this.#unchecked;
  }

  /** What digests or a sign file say of a file; undefined where it is none that they speak of. */
  logOf(source: SourceId): LogCheck | undefined {
    return this.#logs.get(source);
  }

  /** Calls back when a check has ended. */
  onChecked(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Reads what the last check of the open case found. */
  async load(): Promise<void> {
    const outcome = await this.#latest.ask(async (signal) => {
      const check = await this.#query.ask('integrity', {}, signal);
      const sources = check === undefined ? [] : await this.#query.ask('sources', {}, signal);
      return { check, sources };
    });
    if (outcome.kind === 'answer') {
      this.#check = outcome.value.check;
      this.#sources = outcome.value.sources;
    }
    if (outcome.kind === 'failed') {
      this.#tellProblem(message('ledger.checkNotRead'), outcome.reason);
    }
  }

  /** Forgets the case that was open, and ends the check of it. */
  forget(): void {
    this.stop();
    this.#latest.drop();
    this.#comparing.drop();
    this.#check = undefined;
    this.#compared = undefined;
    this.#sources = [];
  }

  /** Checks the case; answers when the check has ended, or was stopped. */
  async start(caseId: string): Promise<void> {
    const end = await this.#runToEnd({ caseId, originals: undefined });
    if (end === undefined) return;
    if (end.kind === 'failed') this.#tellProblem(message('ledger.notCheckedNow'), end.reason);
    await this.load();
    for (const listener of this.#listeners) listener();
  }

  /** Compares the case with files that lie beside it; answers when that has ended, or was stopped. */
  async compare(caseId: string, originals: readonly OriginalFile[]): Promise<void> {
    const end = await this.#runToEnd({ caseId, originals });
    if (end?.kind === 'failed') this.#tellProblem(message('ledger.notCompared'), end.reason);
    if (end?.kind !== 'compared') return;
    const { comparison } = end;
    const outcome = await this.#comparing.ask((signal) => this.#query.ask('sources', {}, signal));
    if (outcome.kind === 'answer') this.#compared = { ...comparison, sources: outcome.value };
    if (outcome.kind === 'failed') {
      this.#tellProblem(message('ledger.notCompared'), outcome.reason);
    }
  }

  /** One run at a time: another one ends it. Undefined where it was stopped. */
  async #runToEnd(ask: IntegrityAsk): Promise<RunEnd | undefined> {
    this.stop();
    let shown: IntegrityRun = { progress: undefined };
    this.#run = shown;
    const ended = new Promise<RunEnd | undefined>((resolve) => {
      const run = this.#port.start(ask, (tell) => {
        if (tell.kind !== 'progress') resolve(tell);
        else if (this.#run === shown) this.#run = shown = { progress: tell.progress };
      });
      this.#stop = () => {
        run.cancel();
        resolve(undefined);
      };
    });
    const end = await this.#activity.track(ended);
    // What stopped it may have begun another one, which is not ended hereby.
    if (this.#run === shown) {
      this.#stop = undefined;
      this.#run = undefined;
    }
    return end;
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** After an import: checks the case where there are digests or sign files to check it with. */
  async followImport(caseId: string, importId: number): Promise<void> {
    const ledger = await this.#query.ask('ledger', {}).catch(() => undefined);
    const isNew = ledger?.imports.some((one) => one.importId === importId) === true;
    if (isNew && (ledger.logLists.digests || ledger.logLists.signFiles)) await this.start(caseId);
    else await this.load();
  }

  #tellProblem(thing: string, reason: string): void {
    const wayOut = message('ledger.checkEvidenceAgain');
    this.#notices.problem({ thing, reason, wayOut });
  }
}
