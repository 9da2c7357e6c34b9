import { objectPlace, objectUri, type ObjectPlace } from '../core/source/object-place.ts';
import { findTrails } from '../core/source/trail-layout.ts';
import type {
  KnownCredentials,
  PastedKeys,
  StoreAccess,
  StoreConnection,
  StoreProblem,
  StoreRequest,
} from '../host/host.ts';
export type { CredentialChoice, StoreIdentity } from '../host/host.ts';

import { storedObjects } from '../sources/stored-objects.ts';
import type { CaseWork } from './case-work.ts';
import { reasonOf } from './latest.ts';
import {
  ObjectLister,
  selectObjects,
  StoreFailure,
  type ObjectCount,
  type ObjectSelection,
} from './object-listing.ts';
import type { OpenCase } from './open-case.svelte.ts';
import type { QueryPort } from './query-port.ts';
import { TrailChoice } from './trail-choice.svelte.ts';

/** What is under way, and can be stopped. */
export type StoreWork =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'counting'; readonly count: ObjectCount };

/** How far the way from an address to an import has been gone. */
export type StoreStep =
  | { readonly kind: 'where' }
  | { readonly kind: 'connected'; readonly place: ObjectPlace; readonly store: StoreConnection }
  | {
      readonly kind: 'choosing';
      readonly place: ObjectPlace;
      readonly store: StoreConnection;
      readonly choice: TrailChoice;
    };

/** What is typed into the form, kept while the app runs: no secret is among it. */
export interface StoreDraft {
  address: string;
  /** Which credentials; empty: those that most likely are meant. */
  credentials: string;
  mfaCode: string;
  region: string;
  endpoint: string;
  pathStyle: boolean;
  requesterPays: boolean;
  asksIdentity: boolean;
}

interface Parts {
  readonly access: StoreAccess | undefined;
  readonly query: QueryPort;
  readonly openCase: OpenCase;
  readonly caseWork: CaseWork;
}

/** For each reader one, and some for those that stand in for readers lost over damaged files. */
const ports = 16;

/** Import from an S3 bucket, step by step: nothing is asked of a store before its button is pressed. */
export class ObjectSource {
  readonly draft: StoreDraft = $state({
    ...{ address: '', credentials: '', mfaCode: '', region: '', endpoint: '' },
    ...{ pathStyle: false, requesterPays: false, asksIdentity: true },
  });
  readonly #parts: Parts;
  #isOpen = $state(false);
  #known: KnownCredentials | undefined = $state.raw();
  #pasted: PastedKeys | undefined = $state.raw();
  #step: StoreStep = $state.raw({ kind: 'where' });
  #work: StoreWork | undefined = $state.raw();
  #problem: StoreProblem | undefined = $state.raw();
  #selection: ObjectSelection | undefined = $state.raw();
  #running = new AbortController();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Objects can be fetched here at all. */
  get isPossible(): boolean {
    return this.#parts.access !== undefined;
  }
  get isOpen(): boolean {
    return this.#isOpen;
  }
  /** Undefined until they are read. */
  get known(): KnownCredentials | undefined {
    return this.#known;
  }
  get pasted(): PastedKeys | undefined {
    return this.#pasted;
  }
  get step(): StoreStep {
    return this.#step;
  }
  get work(): StoreWork | undefined {
    return this.#work;
  }
  get problem(): StoreProblem | undefined {
    return this.#problem;
  }
  /** What was counted of the present choice. */
  get selection(): ObjectSelection | undefined {
    return this.#selection;
  }

  async open(): Promise<void> {
    const { access } = this.#parts;
    if (access === undefined) return;
    this.#isOpen = true;
    this.#problem = undefined;
    await this.#tell(async () => {
      this.#known = await access.listCredentials({});
    });
  }

  /** Closes the dialog, and the connection with it. */
  close(): void {
    this.back();
    this.#isOpen = false;
  }

  /** Stops what is under way. */
  stop(): void {
    this.#running.abort();
    this.#running = new AbortController();
    this.#work = undefined;
  }

  /** Back to the address, without a connection. */
  back(): void {
    this.stop();
    const step = this.#step;
    this.#step = { kind: 'where' };
    this.#selection = undefined;
    this.#problem = undefined;
    if (step.kind !== 'where') this.#disconnect(step.store);
  }

  /** Keys out of the clipboard; false where there are none in it. */
  async paste(): Promise<boolean> {
    this.#pasted = (await this.#parts.access?.pasteKeys({})) ?? this.#pasted;
    return this.#pasted !== undefined;
  }

  /** Gets credentials and asks whose they are. */
  async connect(text: string, request: StoreRequest): Promise<void> {
    const { access } = this.#parts;
    const place = objectPlace(text);
    if (access === undefined || place === undefined) return;
    // A code counts once.
    this.draft.mfaCode = '';
    await this.#do({ kind: 'connecting' }, async (signal) => {
      const told = await access.connectStore(request);
      if (told.kind === 'problem') throw new StoreFailure(told.problem);
      if (signal.aborted) this.#disconnect(told.answer);
      else this.#step = { kind: 'connected', place, store: told.answer };
    });
  }

  /** Lists folders, to find the trails. */
  async look(): Promise<void> {
    const step = this.#step;
    const { access } = this.#parts;
    if (step.kind !== 'connected' || access === undefined) return;
    const { place, store } = step;
    await this.#do({ kind: 'looking' }, async (signal) => {
      const lister = new ObjectLister(access, store.connection, place.bucket, signal);
      const layout = await findTrails(place.prefix, (prefix) => lister.folders(prefix));
      const choice = new TrailChoice(layout, () => {
        this.stop();
        this.#selection = undefined;
      });
      this.#step = { kind: 'choosing', place, store, choice };
    });
  }

  /** Lists the objects of the choice. */
  async count(): Promise<void> {
    const step = this.#step;
    const { access, query, openCase } = this.#parts;
    if (step.kind !== 'choosing' || access === undefined) return;
    const { place, store, choice } = step;
    this.#selection = undefined;
    const start = { kind: 'counting', count: { objects: 0, bytes: 0 } } as const;
    await this.#do(start, async (signal) => {
      const lister = new ObjectLister(access, store.connection, place.bucket, signal);
      const prefixes = choice.layout.folders.length === 0 ? [place.prefix] : choice.prefixes;
      const listed = await lister.objects(prefixes, (count) => {
        if (!signal.aborted) this.#work = { kind: 'counting', count };
      });
      const inCase = openCase.info === undefined ? [] : await query.ask('sources', {}, signal);
      signal.throwIfAborted();
      this.#selection = selectObjects(place.bucket, listed, inCase);
    });
  }

  /** Imports what was counted, and closes the dialog; the connection ends with the import. */
  async import(): Promise<void> {
    const step = this.#step;
    const selection = this.#selection;
    const { access, caseWork } = this.#parts;
    if (step.kind !== 'choosing' || selection === undefined || access === undefined) return;
    const { place, store } = step;
    this.#step = { kind: 'where' };
    this.#selection = undefined;
    this.#isOpen = false;
    const openPorts = (): Promise<readonly MessagePort[]> =>
      access.openPorts(store.connection, ports);
    const offers = storedObjects(place.bucket, selection.objects);
    await caseWork.import(offers, place.bucket, 'always', openPorts);
    this.#disconnect(store);
  }

  async #do(work: StoreWork, run: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.stop();
    const { signal } = this.#running;
    this.#work = work;
    this.#problem = undefined;
    await this.#tell(() => run(signal), signal);
    if (!signal.aborted) this.#work = undefined;
  }

  async #tell(run: () => Promise<void>, signal?: AbortSignal): Promise<void> {
    try {
      await run();
    } catch (error) {
      if (signal?.aborted === true) return;
      this.#problem =
        error instanceof StoreFailure
          ? error.problem
          : { scope: 'connection', reason: reasonOf(error), wayOut: 'Try again.' };
    }
  }

  #disconnect({ connection }: StoreConnection): void {
    void this.#parts.access?.disconnectStore({ connection });
  }
}

/** What the address means, to be shown; undefined where it is none. */
export function shownPlace(text: string): string | undefined {
  const place = objectPlace(text);
  return place && objectUri(place);
}
