import { z, type ZodType } from 'zod';
import type { AwsProblem } from '../ipc/aws.ts';
import type { ObjectAsk, ObjectFacts, ObjectTell } from '../ipc/object-store.ts';
import type { WantedObject } from './object-parts.ts';

/** One end of a channel to a worker. */
export interface ObjectPort {
  tell(message: ObjectTell): void;
}

/** The pieces of an object, and at last what the store says of it. */
export type FetchObject = (
  wanted: WantedObject,
  signal: AbortSignal,
) => AsyncGenerator<Uint8Array, ObjectFacts, undefined>;

/** An object up to this size goes in one message. */
const partBytes = 1024 * 1024;
/** Parts sent of one object that were not taken in: more would pile up here. */
const maxUntaken = 2;

const asks: ZodType<ObjectAsk> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('get'),
    number: z.int().nonnegative(),
    bucket: z.string().min(1).max(255),
    key: z.string().min(1).max(4096),
    etag: z
      .string()
      .max(200)
      .regex(/^[^"\p{Cc}]*$/u),
    bytes: z.int().nonnegative(),
  }),
  z.strictObject({ kind: z.literal('taken'), number: z.int().nonnegative() }),
]);

/** An object on its way. */
interface Sending {
  readonly abort: AbortController;
  /** Parts that were sent and not taken in. */
  untaken: number;
  resume: (() => void) | undefined;
}

/** Sends a worker the objects it asks for, as fast as it takes them in, several at a time. */
export class ObjectServer {
  readonly #port: ObjectPort;
  readonly #fetch: FetchObject;
  readonly #problemOf: (error: unknown, wanted: WantedObject) => AwsProblem;
  readonly #sendings = new Map<number, Sending>();
  #isOver = false;

  constructor(
    port: ObjectPort,
    fetch: FetchObject,
    problemOf: (error: unknown, wanted: WantedObject) => AwsProblem,
  ) {
    this.#port = port;
    this.#fetch = fetch;
    this.#problemOf = problemOf;
  }

  /** Takes a message of the worker's. Nothing more is sent after one that is not of the contract. */
  hear(message: unknown): void {
    const { data: ask } = asks.safeParse(message);
    if (ask === undefined) this.close();
    if (ask === undefined || this.#isOver) return;
    if (ask.kind === 'get') {
      void this.#send(ask.number, ask);
      return;
    }
    const sending = this.#sendings.get(ask.number);
    if (sending === undefined) return;
    sending.untaken--;
    sending.resume?.();
  }

  /** The worker is gone: whatever is being fetched for it is broken off. */
  close(): void {
    this.#isOver = true;
    for (const { abort, resume } of this.#sendings.values()) {
      abort.abort();
      resume?.();
    }
  }

  async #send(number: number, wanted: WantedObject & { readonly bytes: number }): Promise<void> {
    // One for each object: whoever listens to a signal of them all is remembered to the end.
    const abort = new AbortController();
    const sending: Sending = { abort, untaken: 0, resume: undefined };
    this.#sendings.set(number, sending);
    try {
      const pieces = this.#fetch(wanted, abort.signal);
      const part = new Part(wanted.bytes);
      for (;;) {
        const next = await pieces.next();
        if (next.done === true) {
          this.#port.tell({ kind: 'part', number, bytes: part.take(), end: next.value });
          return;
        }
        for (let piece = next.value; piece.length > 0;) {
          if (part.isFull) await this.#tellPart(number, sending, part.take());
          if (abort.signal.aborted) {
            await pieces.return(noFacts);
            return;
          }
          piece = part.add(piece);
        }
      }
    } catch (error) {
      if (abort.signal.aborted) return;
      this.#port.tell({ kind: 'problem', number, problem: this.#problemOf(error, wanted) });
    } finally {
      this.#sendings.delete(number);
    }
  }

  async #tellPart(number: number, sending: Sending, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#port.tell({ kind: 'part', number, bytes, end: undefined });
    sending.untaken++;
    if (sending.untaken < maxUntaken || sending.abort.signal.aborted) return;
    await new Promise<void>((resolve) => (sending.resume = resolve));
    sending.resume = undefined;
  }
}

const noFacts: ObjectFacts = { etag: '', versionId: undefined, modified: undefined, metadata: [] };

/** The next message's bytes, gathered from the pieces of the network. */
class Part {
  #bytes: Uint8Array<ArrayBuffer>;
  #filled = 0;

  constructor(expected: number) {
    this.#bytes = new Uint8Array(Math.min(Math.max(expected, 1), partBytes));
  }

  get isFull(): boolean {
    return this.#filled === partBytes;
  }

  /** Takes in what has room; answers the rest. */
  add(piece: Uint8Array): Uint8Array {
    if (this.#filled === this.#bytes.length) this.#grow();
    const taken = piece.subarray(0, this.#bytes.length - this.#filled);
    this.#bytes.set(taken, this.#filled);
    this.#filled += taken.length;
    return piece.subarray(taken.length);
  }

  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.subarray(0, this.#filled);
    this.#bytes = new Uint8Array(0);
    this.#filled = 0;
    // A message carries the whole buffer below a view of it.
    return taken.length === taken.buffer.byteLength ? taken : taken.slice();
  }

  // After the first part, and where the object is larger than was listed.
  #grow(): void {
    const grown = new Uint8Array(partBytes);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}
