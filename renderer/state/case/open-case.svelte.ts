import type { CaseContents } from '../../workers/query/query.ts';
import { message } from '../../messages/message.svelte.ts';
import type { CaseInfo } from './case-list.svelte.ts';
import { Latest, type Outcome } from '../latest.ts';
import type { Notices } from '../app/notices.svelte.ts';
import { Paced } from '../paced.ts';
import type { QueryPort } from '../query-port.ts';

export type { CaseContents } from '../../workers/query/query.ts';

/** The case in the window. */
export type Opened =
  | { readonly phase: 'none' }
  | { readonly phase: 'opening'; readonly info: CaseInfo }
  | { readonly phase: 'open'; readonly info: CaseInfo; readonly contents: CaseContents }
  | { readonly phase: 'failed'; readonly info: CaseInfo; readonly reason: string };

/** Opens cases, and takes up what imports add. */
export class OpenCase {
  readonly #query: QueryPort;
  readonly #notices: Notices;
  readonly #latest = new Latest();
  readonly #openListeners = new Set<(contents: CaseContents) => void>();
  readonly #growListeners = new Set<(contents: CaseContents) => void>();
  readonly #paced = new Paced(() => this.refresh());
  #opened: Opened = $state.raw({ phase: 'none' });
  #refreshing: Promise<void> | undefined;
  #refreshAgain = false;

  constructor(query: QueryPort, notices: Notices) {
    this.#query = query;
    this.#notices = notices;
  }

  get opened(): Opened {
    return this.#opened;
  }

  /** The case that is open, or about to be. */
  get info(): CaseInfo | undefined {
    return this.#opened.phase === 'none' ? undefined : this.#opened.info;
  }

  get contents(): CaseContents | undefined {
    return this.#opened.phase === 'open' ? this.#opened.contents : undefined;
  }

  /** Calls back when another case was opened. */
  onOpen(listener: (contents: CaseContents) => void): void {
    this.#openListeners.add(listener);
  }

  /** Calls back when events were added to the open case, or have gone from it. */
  onGrow(listener: (contents: CaseContents) => void): void {
    this.#growListeners.add(listener);
  }

  async open(info: CaseInfo): Promise<void> {
    this.#opened = { phase: 'opening', info };
    const request = { caseId: info.id };
    const outcome = await this.#latest.ask((signal) => this.#query.ask('open', request, signal));
    if (outcome.kind === 'failed') {
      this.#opened = { phase: 'failed', info, reason: outcome.reason };
    }
    if (outcome.kind !== 'answer') return;
    this.#opened = { phase: 'open', info, contents: outcome.value };
    for (const listener of this.#openListeners) listener(outcome.value);
  }

  close(): void {
    this.#latest.drop();
    this.#opened = { phase: 'none' };
  }

  renamed(name: string): void {
    const opened = this.#opened;
    if (opened.phase === 'none') return;
    this.#opened = { ...opened, info: { ...opened.info, name } };
  }

  /**
   * Takes up what an import stored, and answers when all that was stored before the call is taken
   * up; asked again while under way, it runs once more afterwards.
   */
  refresh(): Promise<void> {
    this.#paced.drop();
    if (this.#opened.phase !== 'open') return Promise.resolve();
    this.#refreshAgain = true;
    this.#refreshing ??= this.#refreshAll();
    return this.#refreshing;
  }

  /** Reads the whole case again, since something of it has gone: events get other refs. */
  async reload(): Promise<void> {
    if (this.#opened.phase !== 'open') return;
    const request = { caseId: this.#opened.info.id };
    const outcome = await this.#latest.ask((signal) => this.#query.ask('open', request, signal));
    this.#takeGrown(outcome, message('cases.asItWas'));
  }

  /** Takes up what an import stored so far: soon, and so that most of the time is left to it. */
  refreshSoon(): void {
    this.#paced.ask();
  }

  async #refreshAll(): Promise<void> {
    while (this.#refreshAgain) {
      this.#refreshAgain = false;
      await this.#refreshOnce();
    }
    this.#refreshing = undefined;
  }

  async #refreshOnce(): Promise<void> {
    const outcome = await this.#latest.ask((signal) => this.#query.ask('refresh', {}, signal));
    this.#takeGrown(outcome, message('intake.notShownYet'));
  }

  #takeGrown(outcome: Outcome<CaseContents>, thing: string): void {
    if (outcome.kind === 'failed') {
      const wayOut = message('cases.openAgain');
      this.#notices.problem({ thing, reason: outcome.reason, wayOut });
    }
    if (outcome.kind !== 'answer' || this.#opened.phase !== 'open') return;
    this.#opened = { ...this.#opened, contents: outcome.value };
    for (const listener of this.#growListeners) listener(outcome.value);
  }
}
