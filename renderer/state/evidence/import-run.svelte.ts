import type { EpochMs } from '../../core/base/units.ts';
import type {
  EvidenceInput,
  ImportProgress,
  IngestTell,
  StopReason,
} from '../../workers/ingest/ingest.ts';
import type { Activity } from '../app/activity.svelte.ts';

export type { EvidenceInput, ImportProgress } from '../../workers/ingest/ingest.ts';

/** Part of a list of evidence. */
export type Offer = readonly EvidenceInput[];

/** The ingest worker. */
export interface ImportPort {
  /**
   * Starts an import; the files come in slices. Tells until `done` or `failed`. `objects` are the
   * ports over which objects of a store are fetched.
   */
  start(
    caseId: string,
    offers: AsyncIterable<Offer>,
    tell: (tell: IngestTell) => void,
    objects?: readonly MessagePort[],
  ): { cancel(): void; pause(paused: boolean): void };
}

/** How fast it goes, and how long it will take. */
export interface Pace {
  /** Milliseconds since the start. */
  readonly elapsed: number;
  readonly eventsPerSecond: number;
  /** Of the evidence as found. */
  readonly bytesPerSecond: number;
  /** Milliseconds; undefined until the list is complete and enough was read to tell. */
  readonly left: number | undefined;
}

export type Import =
  | { readonly phase: 'none' }
  | {
      readonly phase: 'running';
      readonly progress: ImportProgress | undefined;
      readonly pace: Pace;
    }
  | {
      readonly phase: 'done';
      readonly progress: ImportProgress;
      readonly pace: Pace;
      readonly cancelled: boolean;
      /** Set where it had to stop before its end. */
      readonly stopped: StopReason | undefined;
      readonly importId: number;
    }
  | { readonly phase: 'failed'; readonly reason: string };

const noPace: Pace = { elapsed: 0, eventsPerSecond: 0, bytesPerSecond: 0, left: undefined };

/** The import into the open case: one at a time. */
export class ImportRun {
  readonly #port: ImportPort;
  readonly #activity: Activity;
  readonly #now: () => EpochMs;
  readonly #storedListeners = new Set<() => void>();
  #current: Import = $state.raw({ phase: 'none' });
  #stopping = $state(false);
  #run: ReturnType<ImportPort['start']> | undefined;
  #pausedAt: EpochMs | undefined = $state.raw();
  /** Milliseconds in which nothing was asked for: they are no part of any rate. */
  #pausedFor = 0;

  constructor(port: ImportPort, activity: Activity, now: () => EpochMs = () => Date.now()) {
    this.#port = port;
    this.#activity = activity;
    this.#now = now;
  }

  get current(): Import {
    return this.#current;
  }

  get running(): boolean {
    return this.#current.phase === 'running';
  }

  /** Stop was asked for, and the worker is finishing the file it is at. */
  get stopping(): boolean {
    return this.#stopping;
  }

  /** Calls back when events were stored, and at the end of each import. */
  onStored(listener: () => void): void {
    this.#storedListeners.add(listener);
  }

  /** No further file is begun until {@link resume}. */
  get paused(): boolean {
    return this.#pausedAt !== undefined;
  }

  /**
   * Imports, and answers when it has ended, in whichever way. `objects` are the ports over which
   * objects of a store are fetched.
   */
  async start(
    caseId: string,
    offers: AsyncIterable<Offer>,
    objects: readonly MessagePort[] = [],
  ): Promise<Import> {
    const started = this.#now();
    this.#stopping = false;
    this.#pausedAt = undefined;
    this.#pausedFor = 0;
    this.#current = { phase: 'running', progress: undefined, pace: noPace };
    const ended = new Promise<void>((resolve) => {
      const hear = (tell: IngestTell): void => {
        this.#take(tell, started);
        if (tell.kind === 'done' || tell.kind === 'failed') resolve();
      };
      this.#run = this.#port.start(caseId, offers, hear, objects);
    });
    await this.#activity.track(ended);
    this.#run = undefined;
    this.#stopping = false;
    this.#pausedAt = undefined;
    return this.#current;
  }

  cancel(): void {
    if (this.#run === undefined) return;
    this.#stopping = true;
    this.#run.cancel();
  }

  /** Lets what was begun come to its end, and begins nothing more. */
  pause(): void {
    if (this.#run === undefined || this.paused) return;
    this.#pausedAt = this.#now();
    this.#run.pause(true);
  }

  resume(): void {
    if (this.#run === undefined || this.#pausedAt === undefined) return;
    this.#pausedFor += this.#now() - this.#pausedAt;
    this.#pausedAt = undefined;
    this.#run.pause(false);
  }

  /** Forgets the last import, as when another case is opened. */
  forget(): void {
    if (this.#current.phase !== 'running') this.#current = { phase: 'none' };
  }

  #elapsed(started: EpochMs): number {
    const now = this.#now();
    return now - started - this.#pausedFor - (now - (this.#pausedAt ?? now));
  }

  #take(tell: IngestTell, started: EpochMs): void {
    switch (tell.kind) {
      case 'progress': {
        const pace = paceOf(tell.progress, this.#elapsed(started));
        this.#current = { phase: 'running', progress: tell.progress, pace };
        return;
      }
      case 'stored':
        break;
      case 'done': {
        const { progress, cancelled, stopped, importId } = tell;
        const pace = paceOf(progress, this.#elapsed(started));
        this.#current = { phase: 'done', progress, pace, cancelled, stopped, importId };
        break;
      }
      case 'failed':
        this.#current = { phase: 'failed', reason: tell.reason };
        break;
    }
    for (const listener of this.#storedListeners) listener();
  }
}

/** Rate and time left, from the bytes: files differ in size more than bytes differ in work. */
export function paceOf(progress: ImportProgress, elapsed: number): Pace {
  const perSecond = (count: number): number => (elapsed > 0 ? (count * 1000) / elapsed : 0);
  const done = progress.bytesInAll > 0 ? progress.bytesDone / progress.bytesInAll : 0;
  const canTell = progress.listed && done > 0.02 && elapsed > 500;
  return {
    elapsed,
    eventsPerSecond: perSecond(progress.sums.read),
    bytesPerSecond: perSecond(progress.bytesDone),
    left: canTell ? (elapsed * (1 - done)) / done : undefined,
  };
}
