import type { SourceId } from '../core/base/units.ts';
import { findingsOf, type Finding } from '../core/integrity/findings.ts';
import { logChecksBySource, type IntegrityCheck } from '../core/integrity/integrity-check.ts';
import type { LogCheck } from '../core/integrity/log-checks.ts';
import type { EvidenceSource } from '../core/source/evidence.ts';
import { shapes } from '../core/source/shapes.ts';
import type { IntegrityProgress, IntegrityTell } from '../workers/integrity.ts';
import type { Activity } from './activity.svelte.ts';
import { Latest } from './latest.ts';
import type { Notices } from './notices.svelte.ts';
import type { QueryPort } from './query-port.ts';

/** The integrity worker. */
export interface IntegrityPort {
  /** Checks a case. Tells until `done` or `failed`, or nothing more once it is cancelled. */
  start(caseId: string, tell: (tell: IntegrityTell) => void): { cancel(): void };
}

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
  readonly #listeners = new Set<() => void>();
  #check: IntegrityCheck | undefined = $state.raw();
  #sources: readonly EvidenceSource[] = $state.raw([]);
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

  /** What the digests say of a file; undefined where it is no log, or there are no digests. */
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
      this.#tellProblem('The last check of the evidence can’t be read', outcome.reason);
    }
  }

  /** Forgets the case that was open, and ends the check of it. */
  forget(): void {
    this.stop();
    this.#latest.drop();
    this.#check = undefined;
    this.#sources = [];
  }

  /** Checks the case; answers when the check has ended, or was stopped. */
  async start(caseId: string): Promise<void> {
    this.stop();
    this.#run = { progress: undefined };
    const ended = new Promise<string | undefined>((resolve) => {
      const run = this.#port.start(caseId, (tell) => {
        if (tell.kind === 'progress') this.#run = { progress: tell.progress };
        else resolve(tell.kind === 'failed' ? tell.reason : undefined);
      });
      this.#stop = () => {
        run.cancel();
        resolve(undefined);
      };
    });
    const reason = await this.#activity.track(ended);
    this.#stop = undefined;
    this.#run = undefined;
    if (reason !== undefined) this.#tellProblem('The evidence was not checked', reason);
    await this.load();
    for (const listener of this.#listeners) listener();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** After an import: checks the case where there are digests to check it with. */
  async followImport(caseId: string, importId: number): Promise<void> {
    const sources = await this.#query.ask('sources', {}).catch(() => []);
    const hasDigests = sources.some(({ shape }) => shape === shapes.digest.name);
    const isNew = sources.some((source) => source.importId === importId);
    if (hasDigests && isNew) await this.start(caseId);
    else await this.load();
  }

  #tellProblem(thing: string, reason: string): void {
    const wayOut = 'Open the import ledger and check the evidence again.';
    this.#notices.problem({ thing, reason, wayOut });
  }
}
