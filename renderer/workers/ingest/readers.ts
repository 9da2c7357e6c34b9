import type { HashKey } from '../../core/decode/content-hash.ts';
import { restOfArchive, unreadFile } from '../decode/conclude-file.ts';
import {
  maxUntaken,
  weightOf,
  type AskedInput,
  type DecodeAsk,
  type DecodedFile,
  type DecodeTell,
} from '../decode/decode.ts';
import { bytesOf, labelOf, type KnownInput } from '../evidence-input.ts';
import { noIds, type WorkerIds } from './file-merger.ts';
import type { StopReason } from './ingest.ts';
import { Together } from '../together.ts';

/** A decoding worker as the ingest worker sees it. */
export interface Decoder {
  ask(ask: DecodeAsk): void;
  end(): void;
}
/** Starts a decoding worker that tells to this function; `failed` says that it died, and why. */
export type StartDecoder = (
  tell: (tell: DecodeTell) => void,
  failed: (reason: string) => void,
) => Decoder;

/** A decoding worker at its work. */
export interface Reader {
  readonly decoder: Decoder;
  readonly ids: WorkerIds;
  /** Inputs it has not told to their end, by number: the one it is at comes first. */
  readonly busyWith: Set<number>;
  /** Weight of the files it told that were not taken in: with `maxUntaken` it waits, and is silent. */
  untaken: number;
  /** Tells it what each file weighed that was taken in. */
  readonly taken: Together<number>;
  /** Inputs that it had when it was last given some. */
  dealt: number;
  /** How often {@link Readers} looked since it last gave a sign. */
  silentLooks: number;
  hasStarted: boolean;
  /** Resolves when it has started, or died before. */
  readonly start: PromiseWithResolvers<void>;
}

/** What came of an input: a file, its end, or that it can't be had. */
export interface Told {
  readonly by: Reader;
  readonly number: number;
  /** Bytes of the input. */
  readonly bytes: number;
  /** Undefined: there are no more. */
  readonly file: DecodedFile | undefined;
  /** Set where neither this input nor a later one can be had. */
  readonly stuck?: StopReason;
  /** The file was told before, by a reader that was lost since: only its texts are new to this one. */
  readonly isRepeat: boolean;
}

interface InputInWork {
  readonly input: KnownInput;
  /** Files told of it, each counted once. */
  told: number;
  /** Files to come that were told before. */
  repeats: number;
  /** Places of files that a reader was lost over. */
  readonly givenUp: number[];
}

/** Inputs a reader has at a time: one in work, one being fetched. */
const inputsAhead = 2;
/** Of objects, whose bytes are long on their way: more, as long as they are small. */
const objectsAhead = 16;
const maxBytesAhead = 32 * 1024 * 1024;
/** Of small files many, which are read together: each takes a while to come, however small it is. */
const smallFilesAhead = 64;
const smallBytesAhead = 512 * 1024;
/** Taken off the queue together: one by one, half a million would be moved half a million times. */
const dealtAtOnce = 1024;
/** Each costs the patience once, and all that was read of the input before once more. */
const maxGivenUp = 3;
/** Looks are counted, not seconds: asleep, or busy itself, this worker would blame its readers. */
const looksInPatience = 20;

/**
 * The decoding workers: deals inputs out to them, and replaces one that gives no sign of getting on
 * for a while. Any library may loop for ever on damaged bytes: the file it was at is told as
 * unreadable, everything else is read on.
 */
export class Readers {
  readonly #start: StartDecoder;
  readonly #count: number;
  readonly #tell: (told: Told) => void;
  readonly #fail: (reason: string) => void;
  readonly #queue: KnownInput[] = [];
  readonly #inWork = new Map<number, InputInWork>();
  #readers: readonly Reader[] = [];
  #key: HashKey = new Uint32Array(0);
  #ports: readonly MessagePort[] = [];
  #isPaused = false;
  #isStuck = false;
  #isOver = false;
  #patienceMs = 0;
  /** Inputs at the head of the queue that were dealt out. */
  #dealt = 0;
  #nextInput = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    start: StartDecoder,
    count: number,
    hear: { readonly told: (told: Told) => void; readonly failed: (reason: string) => void },
  ) {
    this.#start = start;
    this.#count = count;
    this.#tell = hear.told;
    this.#fail = hear.failed;
  }

  /**
   * Starts reading, with the case's key for telling records apart. Each reader, those that stand in
   * for lost ones too, takes one of the ports to fetch objects over.
   */
  begin(key: HashKey, patienceMs: number, ports: readonly MessagePort[]): void {
    this.#key = key;
    this.#ports = ports;
    this.#patienceMs = patienceMs;
    this.#readers = Array.from({ length: this.#count }, () => this.#newReader());
    this.#timer = setInterval(() => {
      this.#look();
    }, this.#patienceMs / looksInPatience);
    this.#deal();
  }

  add(inputs: readonly KnownInput[]): void {
    for (const input of inputs) this.#queue.push(input);
    this.#deal();
  }

  /** Paused, nothing more is begun. */
  pause(paused: boolean): void {
    this.#isPaused = paused;
    this.#deal();
  }

  /** Inputs that were begun are not told to their ends. */
  get areAtWork(): boolean {
    return this.#inWork.size > 0;
  }

  /** All inputs were told to their ends. */
  get areIdle(): boolean {
    return this.#readers.length > 0 && !this.areAtWork && this.#queue.length === this.#dealt;
  }

  /** A file of this weight that the reader told was taken in: it may tell others. */
  take(reader: Reader, weight: number): void {
    if (!this.#readers.includes(reader)) return;
    reader.untaken -= weight;
    reader.taken.add(weight);
  }

  /**
   * Ends all reading, whatever is in work, once each reader has started: Chromium 130 brings the page
   * down with a worker that is ended while a debugger holds it at its start, as that of a test does.
   */
  async end(): Promise<void> {
    this.#isOver = true;
    clearInterval(this.#timer);
    for (const port of this.#ports) port.close();
    this.#queue.length = 0;
    this.#dealt = 0;
    await Promise.all(this.#readers.map(({ start }) => start.promise));
    for (const { decoder } of this.#readers) decoder.end();
  }

  #newReader(): Reader {
    const reader: Reader = {
      decoder: this.#start(
        (tell) => {
          this.#hear(reader, tell);
        },
        (reason) => {
          this.#died(reader, reason);
        },
      ),
      taken: new Together(
        (weights) => {
          const weight = weights.reduce((sum, each) => sum + each);
          reader.decoder.ask({ kind: 'taken', weight });
        },
        (run) => {
          queueMicrotask(run);
        },
      ),
      dealt: 0,
      ids: noIds(),
      busyWith: new Set(),
      untaken: 0,
      silentLooks: 0,
      hasStarted: false,
      start: Promise.withResolvers(),
    };
    const [port, ...ports] = this.#ports;
    this.#ports = ports;
    const key = { kind: 'key', key: this.#key } as const;
    reader.decoder.ask(port === undefined ? key : { ...key, objects: port });
    return reader;
  }

  /**
   * Gives inputs to the readers that are through with half of theirs, the least busy one first: given
   * one by one, small files would be read one by one too.
   */
  #deal(): void {
    const lots = this.#readers
      .filter(({ busyWith: { size }, dealt }) => size < inputsAhead || size <= dealt / 2)
      .map((reader) => ({ reader, numbers: [] as number[] }));
    for (let ahead = 1; ahead <= smallFilesAhead; ahead++) {
      for (const { reader, numbers } of lots) {
        const number = reader.busyWith.size < ahead ? this.#nextFor(reader) : undefined;
        if (number !== undefined) numbers.push(number);
      }
    }
    for (const { reader, numbers } of lots) {
      reader.dealt = reader.busyWith.size;
      this.#give(reader, numbers);
    }
  }

  /** Takes the next input off the queue; undefined where there is none, or the reader has no room. */
  #nextFor(reader: Reader): number | undefined {
    const input = this.#isPaused || this.#isStuck ? undefined : this.#queue[this.#dealt];
    if (input === undefined || !this.#hasRoom(reader, input)) return undefined;
    if (++this.#dealt === dealtAtOnce) this.#dealt -= this.#queue.splice(0, dealtAtOnce).length;
    const number = this.#nextInput++;
    this.#inWork.set(number, { input, told: 0, repeats: 0, givenUp: [] });
    reader.busyWith.add(number);
    return number;
  }

  #hasRoom({ busyWith }: Reader, input: KnownInput): boolean {
    if (busyWith.size < inputsAhead) return true;
    const isObject = input.kind === 'object';
    if (busyWith.size >= (isObject ? objectsAhead : smallFilesAhead)) return false;
    let bytes = bytesOf(input);
    for (const number of busyWith) {
      const work = this.#inWork.get(number);
      if (work !== undefined) bytes += bytesOf(work.input);
    }
    return bytes <= (isObject ? maxBytesAhead : smallBytesAhead);
  }

  #give(reader: Reader, numbers: readonly number[], reason = ''): void {
    const inputs = numbers.flatMap((number): readonly AskedInput[] => {
      const work = this.#inWork.get(number);
      if (work === undefined) return [];
      reader.busyWith.add(number);
      const { input, givenUp } = work;
      const places = givenUp.length === 0 ? undefined : { places: givenUp, reason };
      return [{ number, input, givenUp: places }];
    });
    if (inputs.length > 0) reader.decoder.ask({ kind: 'inputs', inputs });
  }

  #hear(reader: Reader, tell: DecodeTell): void {
    reader.silentLooks = 0;
    reader.hasStarted = true;
    reader.start.resolve();
    if (this.#isOver || tell.kind === 'ready') return;
    const work = this.#inWork.get(tell.number);
    if (work === undefined || tell.kind === 'sign') return;
    if (tell.kind === 'end') {
      this.#endInput(reader, tell.number, work);
      return;
    }
    if (tell.kind === 'stuck') {
      // What was asked for before may still come, and is taken in before the end.
      this.#isStuck = true;
      this.#endInput(reader, tell.number, work, tell.problem);
      return;
    }
    reader.untaken += weightOf(tell.file);
    const isRepeat = work.repeats > 0;
    if (isRepeat) work.repeats--;
    else work.told++;
    this.#tellFile(reader, tell.number, work, tell.file, isRepeat);
  }

  #tellFile(
    by: Reader,
    number: number,
    { input }: InputInWork,
    file: DecodedFile,
    isRepeat: boolean,
  ): void {
    this.#tell({ by, number, bytes: bytesOf(input), file, isRepeat });
  }

  #endInput(by: Reader, number: number, { input }: InputInWork, stuck?: StopReason): void {
    by.busyWith.delete(number);
    this.#inWork.delete(number);
    this.#deal();
    const end = { by, number, bytes: bytesOf(input), file: undefined, isRepeat: false };
    this.#tell(stuck === undefined ? end : { ...end, stuck });
  }

  #look(): void {
    for (const reader of this.#readers) {
      const hasWork = reader.hasStarted && reader.busyWith.size > 0 && reader.untaken < maxUntaken;
      reader.silentLooks = hasWork ? reader.silentLooks + 1 : 0;
      if (reader.silentLooks <= looksInPatience) continue;
      const seconds = (this.#patienceMs / 1000).toLocaleString('en');
      this.#replace(reader, `reading it did not come to an end: no progress for ${seconds} s`);
    }
  }

  #died(reader: Reader, reason: string): void {
    reader.start.resolve();
    if (this.#isOver) return;
    // One that cannot start would do so again and again.
    if (reader.hasStarted) this.#replace(reader, `reading it stopped the reader: ${reason}`);
    else this.#fail(`A reader stopped: ${reason}`);
  }

  /** Ends a reader; a new one does its work, without the file that it was lost over. */
  #replace(lost: Reader, reason: string): void {
    if (!this.#readers.includes(lost)) return;
    lost.decoder.end();
    const fresh = this.#newReader();
    this.#readers = this.#readers.map((reader) => (reader === lost ? fresh : reader));
    const [stuck, ...ahead] = lost.busyWith;
    if (stuck !== undefined) this.#readOn(fresh, stuck, reason);
    this.#give(fresh, ahead);
  }

  #readOn(fresh: Reader, number: number, reason: string): void {
    const work = this.#inWork.get(number);
    if (work === undefined) return;
    const { givenUp, told, input } = work;
    if (givenUp.at(-1) !== told && givenUp.length < maxGivenUp) {
      givenUp.push(told);
      work.repeats = told;
      this.#give(fresh, [number], reason);
      return;
    }
    const whole = unreadFile(labelOf(input));
    const rest = told === 0 ? whole : restOfArchive(whole);
    const file = { ...rest, outcome: 'unreadable' as const, reason };
    fresh.busyWith.add(number);
    this.#tellFile(fresh, number, work, file, false);
    this.#endInput(fresh, number, work);
  }
}
