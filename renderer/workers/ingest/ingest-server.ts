import type { SourceId } from '../../core/base/units.ts';
import { CaseWriter } from '../../store/case-writer.ts';
import { storeFailure } from '../../store/store-failure.ts';
import { weightOf, type DecodedFile } from '../decode/decode.ts';
import { bytesOf, knownInput, type KnownInput } from '../evidence-input.ts';
import { FileMerger } from './file-merger.ts';
import type { ImportProgress, IngestAsk, IngestTell, StopReason } from './ingest.ts';
import { Readers, type Reader, type StartDecoder, type Told } from './readers.ts';

const chunkEvents = 65_536;
const batchFiles = 2_000;
/** The first events are stored at once, so that the screen has something to show; then ever later. */
const secondStoreAfterMs = 500;
const mostStoreAfterMs = 2_000;
/** Transactions under way before reading has to wait for the disk. */
const maxStoring = 2;
const tellEveryMs = 200;
/** Events told ahead of their turn that are held in memory before their worker has to wait. */
const maxEarlyEvents = 500_000;

type StartAsk = Extract<IngestAsk, { readonly kind: 'start' }>;

/** An input that is not merged to its end yet. */
interface InputState {
  /** The archives that the file in turn lies in, outermost first. */
  readonly archives: SourceId[];
  /** What was told of it and waits for its turn. */
  readonly told: Told[];
}

/**
 * One import, from the list of inputs to the last transaction: has them read, merges what the readers
 * tell, and stores it in batches of whole files. Free of `self`.
 */
export class IngestServer {
  readonly #tell: (tell: IngestTell) => void;
  readonly #readers: Readers;
  #writer: CaseWriter | undefined;
  #merger: FileMerger | undefined;
  #importId = 0;
  readonly #inputs = new Map<number, InputState>();
  #turn = 0;
  #earlyEvents = 0;
  #untaken: { readonly by: Reader; readonly number: number; readonly weight: number }[] = [];
  #filesInAll = 0;
  #bytesInAll = 0;
  #filesDone = 0;
  #bytesDone = 0;
  #listed = false;
  #isPaused = false;
  #over = false;
  #begun: Promise<void> = Promise.resolve();
  #storing: Promise<void> = Promise.resolve();
  #storingCount = 0;
  #storeAfterMs = 0;
  #lastStored = Date.now();
  #lastTold = 0;

  constructor(start: StartDecoder, workers: number, tell: (tell: IngestTell) => void) {
    this.#tell = tell;
    this.#readers = new Readers(start, workers, {
      told: (told) => {
        this.#hear(told);
      },
      failed: (reason) => {
        void this.#fail(new Error(reason));
      },
    });
  }

  /** Takes what the page says. Failures are told, never thrown. */
  async ask(ask: IngestAsk): Promise<void> {
    switch (ask.kind) {
      case 'start':
        this.#begun = this.#begin(ask).catch((error: unknown) => this.#fail(error));
        return this.#begun;
      case 'files':
        this.#add(ask.files.map(knownInput));
        return;
      case 'end':
        this.#listed = true;
        this.#finishIfDone();
        return;
      case 'pause':
        this.#isPaused = ask.paused;
        this.#readers.pause(ask.paused);
        this.#restIfPaused();
        return;
      case 'cancel':
        await this.#begun;
        await this.#finish(true);
    }
  }

  async #begin({ caseId, patienceMs, objects = [] }: StartAsk): Promise<void> {
    const writer = new CaseWriter(caseId);
    this.#writer = writer;
    this.#importId = await writer.begin();
    const caseState = await writer.state();
    this.#merger = new FileMerger(caseState, this.#importId);
    this.#readers.begin(caseState.hashKey, patienceMs, objects);
    this.#finishIfDone();
  }

  #add(files: readonly KnownInput[]): void {
    this.#filesInAll += files.length;
    for (const file of files) this.#bytesInAll += bytesOf(file);
    this.#readers.add(files);
  }

  #hear(told: Told): void {
    if (this.#over) return;
    const { by, number, file } = told;
    const input = this.#inputs.get(number) ?? { archives: [], told: [] };
    this.#inputs.set(number, input);
    input.told.push(told);
    if (file !== undefined) {
      this.#earlyEvents += eventsIn(file);
      this.#untaken.push({ by, number, weight: weightOf(file) });
    }
    this.#takeTurns();
    this.#takeIn();
    if (Date.now() - this.#lastTold >= tellEveryMs) {
      this.#lastTold = Date.now();
      this.#tell({ kind: 'progress', progress: this.#progress() });
    }
    this.#restIfPaused();
    this.#finishIfDone();
  }

  /** Paused, what was begun is stored and told once all of it is there: nothing else may come for hours. */
  #restIfPaused(): void {
    if (!this.#isPaused || this.#readers.areAtWork || this.#inputs.size > 0) return;
    if (this.#over || this.#merger === undefined) return;
    this.#store();
    this.#tell({ kind: 'progress', progress: this.#progress() });
  }

  /** Merges in the order of the inputs: the same evidence gets the same numbers every time. */
  #takeTurns(): void {
    for (;;) {
      const input = this.#inputs.get(this.#turn);
      const next = input?.told.shift();
      if (input === undefined || next === undefined) return;
      const { by, bytes, file, isRepeat, stuck } = next;
      if (stuck !== undefined) {
        void this.#finish(true, stuck);
        return;
      }
      if (file === undefined) {
        this.#filesDone++;
        this.#bytesDone += bytes;
        this.#inputs.delete(this.#turn++);
        continue;
      }
      this.#earlyEvents -= eventsIn(file);
      if (isRepeat) this.#merger?.learnTexts(file, by.ids);
      else this.#merge(by, input, file);
    }
  }

  /** Lets workers send more, save those that are far ahead of their turn. */
  #takeIn(): void {
    const isFull = this.#earlyEvents > maxEarlyEvents;
    const held = this.#untaken.filter(({ number }) => isFull && number > this.#turn);
    const taken = this.#untaken.filter(({ number }) => !isFull || number <= this.#turn);
    this.#untaken = held;
    for (const { by, weight } of taken) void this.#askForMore(by, weight);
  }

  /** Held back by a slow disk, this holds the worker back: memory stays flat. */
  async #askForMore(reader: Reader, weight: number): Promise<void> {
    if (this.#storingCount > maxStoring) await this.#storing;
    this.#readers.take(reader, weight);
  }

  #merge({ ids }: Reader, { archives }: InputState, file: DecodedFile): void {
    const merger = this.#merger;
    if (merger === undefined) return;
    const id = merger.merge(file, ids, archives[file.depth - 1]);
    if (file.outcome === 'archive') archives[file.depth] = id;
    const waited = Date.now() - this.#lastStored;
    if (
      merger.waitingEvents >= chunkEvents ||
      merger.waitingFiles >= batchFiles ||
      (waited >= this.#storeAfterMs && merger.waitingEvents > 0) ||
      waited >= mostStoreAfterMs
    ) {
      this.#store();
    }
  }

  /** Stores what is waiting, behind the transactions under way. */
  #store(): void {
    const batch = this.#merger?.takeBatch();
    if (batch === undefined || batch.sources.length === 0) return;
    this.#storeAfterMs = Math.min(
      Math.max(2 * this.#storeAfterMs, secondStoreAfterMs),
      mostStoreAfterMs,
    );
    this.#lastStored = Date.now();
    this.#storingCount++;
    this.#storing = this.#storing
      .then(() => this.#writer?.write(batch))
      .then(
        () => {
          this.#storingCount--;
          this.#tell({ kind: 'stored' });
        },
        (error: unknown) => this.#fail(error),
      );
  }

  #finishIfDone(): void {
    const isRead = this.#readers.areIdle && this.#inputs.size === 0;
    if (this.#listed && isRead) void this.#finish(false);
  }

  async #finish(cancelled: boolean, stopped?: StopReason): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    const ended = this.#readers.end();
    this.#store();
    await Promise.all([ended, this.#storing]);
    try {
      await this.#writer?.finish(this.#importId);
      this.#writer?.close();
      const done = { importId: this.#importId, cancelled, progress: this.#progress() };
      this.#tell({ kind: 'done', ...done, ...(stopped !== undefined && { stopped }) });
    } catch (error) {
      this.#tell({ kind: 'failed', reason: inWords(error) });
    }
  }

  async #fail(error: unknown): Promise<void> {
    this.#over = true;
    this.#writer?.close();
    await this.#readers.end();
    this.#tell({ kind: 'failed', reason: inWords(error) });
  }

  #progress(): ImportProgress {
    const sums = this.#merger?.sums;
    if (sums === undefined) throw new Error('Internal error: progress before the import began');
    return {
      sums,
      filesDone: this.#filesDone,
      filesInAll: this.#filesInAll,
      bytesDone: this.#bytesDone,
      bytesInAll: this.#bytesInAll,
      listed: this.#listed,
    };
  }
}

function eventsIn({ built }: DecodedFile): number {
  return built?.columns.length ?? 0;
}

function inWords(error: unknown): string {
  const wayOut =
    'Free some space, start Trailwitness again, and import the same evidence: what was stored is kept, and is skipped then.';
  return storeFailure(error, wayOut);
}
