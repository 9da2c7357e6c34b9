import type { SourceId } from '../core/base/units.ts';
import { CaseWriter } from '../store/case-writer.ts';
import type { DecodeAsk, DecodedFile, DecodeTell } from './decode.ts';
import { FileMerger, noIds, type WorkerIds } from './file-merger.ts';
import type { EvidenceInput, ImportProgress, IngestAsk, IngestTell } from './ingest.ts';

/** A decoding worker as the ingest server sees it. */
export interface Decoder {
  ask(ask: DecodeAsk): void;
  end(): void;
}
/** Starts a decoding worker that tells to this function. */
export type StartDecoder = (
  tell: (tell: DecodeTell) => void,
  failed: (reason: string) => void,
) => Decoder;

/** Inputs a worker has at a time: one in work, one being fetched. */
const inputsAhead = 2;
const chunkEvents = 65_536;
const batchFiles = 2_000;
/** The first events are stored early, so that the screen has something to show. */
const firstStoreAfterMs = 300;
const storeAfterMs = 2_000;
/** Transactions under way before reading has to wait for the disk. */
const maxStoring = 2;
const tellEveryMs = 100;
/** Events told ahead of their turn that are held in memory before their worker has to wait. */
const maxEarlyEvents = 500_000;

interface DecoderState {
  readonly decoder: Decoder;
  readonly ids: WorkerIds;
  /** Inputs it has not told to their end, by number. */
  readonly busyWith: Set<number>;
}

/** An input that is not merged to its end yet. */
interface InputState {
  readonly bytes: number;
  /** The archives that the file in turn lies in, outermost first. */
  readonly archives: SourceId[];
  /** What was told of it and waits for its turn. */
  readonly told: { readonly by: DecoderState; readonly tell: DecodeTell }[];
}

/**
 * One import, from the list of inputs to the last transaction: deals files out to the decoding
 * workers, merges what they tell, and stores it in batches of whole files. Free of `self`.
 */
export class IngestServer {
  readonly #start: StartDecoder;
  readonly #workers: number;
  readonly #tell: (tell: IngestTell) => void;
  readonly #decoders: DecoderState[] = [];
  readonly #queue: EvidenceInput[] = [];
  #writer: CaseWriter | undefined;
  #merger: FileMerger | undefined;
  #importId = 0;
  readonly #inputs = new Map<number, InputState>();
  #nextInput = 0;
  #turn = 0;
  #earlyEvents = 0;
  #untaken: { readonly by: DecoderState; readonly number: number }[] = [];
  #filesInAll = 0;
  #bytesInAll = 0;
  #filesDone = 0;
  #bytesDone = 0;
  #listed = false;
  #over = false;
  #begun: Promise<void> = Promise.resolve();
  #storing: Promise<void> = Promise.resolve();
  #storingCount = 0;
  #storedOnce = false;
  #lastStored = Date.now();
  #lastTold = 0;

  constructor(start: StartDecoder, workers: number, tell: (tell: IngestTell) => void) {
    this.#start = start;
    this.#workers = workers;
    this.#tell = tell;
  }

  /** Takes what the page says. Failures are told, never thrown. */
  async ask(ask: IngestAsk): Promise<void> {
    switch (ask.kind) {
      case 'start':
        this.#begun = this.#begin(ask.caseId).catch((error: unknown) => {
          this.#fail(error);
        });
        return this.#begun;
      case 'files':
        this.#filesInAll += ask.files.length;
        for (const file of ask.files) {
          this.#bytesInAll += bytesOf(file);
          this.#queue.push(file);
        }
        this.#deal();
        return;
      case 'end':
        this.#listed = true;
        this.#finishIfDone();
        return;
      case 'cancel':
        await this.#begun;
        await this.#finish(true);
    }
  }

  async #begin(caseId: string): Promise<void> {
    const writer = new CaseWriter(caseId);
    this.#writer = writer;
    this.#importId = await writer.begin();
    const caseState = await writer.state();
    this.#merger = new FileMerger(caseState, this.#importId);
    for (let worker = 0; worker < this.#workers; worker++) {
      const state: DecoderState = {
        decoder: this.#start(
          (tell) => {
            this.#hear(state, tell);
          },
          (reason) => {
            this.#fail(new Error(reason));
          },
        ),
        ids: noIds(),
        busyWith: new Set(),
      };
      state.decoder.ask({ kind: 'key', key: caseState.hashKey });
      this.#decoders.push(state);
    }
    this.#deal();
    this.#finishIfDone();
  }

  /** Gives inputs to the workers, the least busy one first. */
  #deal(): void {
    for (let ahead = 1; ahead <= inputsAhead; ahead++) {
      for (const { decoder, busyWith } of this.#decoders) {
        if (busyWith.size >= ahead) continue;
        const input = this.#queue.shift();
        if (input === undefined) return;
        const number = this.#nextInput++;
        busyWith.add(number);
        this.#inputs.set(number, { bytes: bytesOf(input), archives: [], told: [] });
        decoder.ask({ kind: 'input', number, input });
      }
    }
  }

  #hear(by: DecoderState, tell: DecodeTell): void {
    if (this.#over) return;
    this.#inputs.get(tell.number)?.told.push({ by, tell });
    if (tell.kind === 'file') {
      this.#earlyEvents += eventsIn(tell.file);
      this.#untaken.push({ by, number: tell.number });
    } else {
      by.busyWith.delete(tell.number);
      this.#deal();
    }
    this.#takeTurns();
    this.#takeIn();
    if (Date.now() - this.#lastTold >= tellEveryMs) {
      this.#lastTold = Date.now();
      this.#tell({ kind: 'progress', progress: this.#progress() });
    }
    this.#finishIfDone();
  }

  /** Merges in the order of the inputs: the same evidence gets the same numbers every time. */
  #takeTurns(): void {
    for (;;) {
      const input = this.#inputs.get(this.#turn);
      const next = input?.told.shift();
      if (input === undefined || next === undefined) return;
      if (next.tell.kind === 'file') {
        this.#earlyEvents -= eventsIn(next.tell.file);
        this.#merge(next.by, input, next.tell.file);
      } else {
        this.#filesDone++;
        this.#bytesDone += input.bytes;
        this.#inputs.delete(this.#turn++);
      }
    }
  }

  /** Lets workers send more, save those that are far ahead of their turn. */
  #takeIn(): void {
    const isFull = this.#earlyEvents > maxEarlyEvents;
    const held = this.#untaken.filter(({ number }) => isFull && number > this.#turn);
    const taken = this.#untaken.filter(({ number }) => !isFull || number <= this.#turn);
    this.#untaken = held;
    for (const { by } of taken) void this.#askForMore(by);
  }

  /** Held back by a slow disk, this holds the worker back: memory stays flat. */
  async #askForMore({ decoder }: DecoderState): Promise<void> {
    if (this.#storingCount > maxStoring) await this.#storing;
    decoder.ask({ kind: 'taken' });
  }

  #merge({ ids }: DecoderState, { archives }: InputState, file: DecodedFile): void {
    const merger = this.#merger;
    if (merger === undefined) return;
    const id = merger.merge(file, ids, archives[file.depth - 1]);
    if (file.outcome === 'archive') archives[file.depth] = id;
    const waited = Date.now() - this.#lastStored;
    if (
      merger.waitingEvents >= chunkEvents ||
      merger.waitingFiles >= batchFiles ||
      waited >= (this.#storedOnce ? storeAfterMs : firstStoreAfterMs)
    ) {
      this.#store();
    }
  }

  /** Stores what is waiting, behind the transactions under way. */
  #store(): void {
    const batch = this.#merger?.takeBatch();
    if (batch === undefined || batch.sources.length === 0) return;
    this.#storedOnce = true;
    this.#lastStored = Date.now();
    this.#storingCount++;
    this.#storing = this.#storing
      .then(() => this.#writer?.write(batch))
      .then(
        () => {
          this.#storingCount--;
          this.#tell({ kind: 'stored' });
        },
        (error: unknown) => {
          this.#fail(error);
        },
      );
  }

  #finishIfDone(): void {
    const idle = this.#decoders.length > 0 && this.#inputs.size === 0;
    if (this.#listed && idle && this.#queue.length === 0) void this.#finish(false);
  }

  async #finish(cancelled: boolean): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    this.#endDecoders();
    this.#store();
    await this.#storing;
    try {
      await this.#writer?.finish(this.#importId);
      this.#writer?.close();
      this.#tell({ kind: 'done', importId: this.#importId, cancelled, progress: this.#progress() });
    } catch (error) {
      this.#tell({ kind: 'failed', reason: inWords(error) });
    }
  }

  #fail(error: unknown): void {
    this.#over = true;
    this.#endDecoders();
    this.#writer?.close();
    this.#tell({ kind: 'failed', reason: inWords(error) });
  }

  #endDecoders(): void {
    for (const { decoder } of this.#decoders) decoder.end();
    this.#queue.length = 0;
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

function bytesOf(input: EvidenceInput): number {
  switch (input.kind) {
    case 'file':
      return input.file.size;
    case 'url':
      return input.bytes;
    case 'unlisted':
      return 0;
  }
}

function inWords(error: unknown): string {
  // Chromium says DataError where it could not write a Blob: the disk is full there, too.
  if (error instanceof Error && ['QuotaExceededError', 'DataError'].includes(error.name)) {
    return 'The disk is full. Free some space and import again: what was stored is kept, and is skipped then.';
  }
  return error instanceof Error ? error.message : String(error);
}
