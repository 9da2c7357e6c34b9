import { heldSource } from '../../core/decode/byte-source.ts';
import type { AwsProblem, ObjectAsk, ObjectFacts, ObjectTell } from '../../host/host.ts';
import type { FetchedEvidence } from './decode-evidence.ts';
import type { ObjectInput, StopReason } from '../ingest/ingest.ts';
import { maxPackedBytes } from '../ingest/kept-files.ts';

/** Rejects a read after which nothing else can be read either. */
export class StoreStuck extends Error {
  readonly problem: StopReason;

  constructor({ reason, wayOut }: StopReason) {
    super(`${reason} ${wayOut}`);
    this.problem = { reason, wayOut };
  }
}

/** Up to this size an object stays in memory, as loadBytes would have it there. */
const maxHeldBytes = 64 * 1024 * 1024;
/** Beyond that the browser keeps what came, on disk where it likes, in pieces of this size. */
const blobBytes = 16 * 1024 * 1024;

/** An object on its way. */
interface Reading {
  readonly body: Body;
  readonly done: (facts: ObjectFacts) => void;
  readonly fail: (error: Error) => void;
}

const gone: AwsProblem = {
  scope: 'connection',
  reason: 'The connection to the store was closed.',
  wayOut: 'Import the same prefix again: what is complete is not fetched twice.',
};

/** Reads objects through the main process, over a port of its own. */
export class ObjectReader {
  readonly #port: MessagePort;
  readonly #readings = new Map<number, Reading>();
  #last = 0;

  constructor(port: MessagePort) {
    this.#port = port;
    port.addEventListener('message', ({ data }: MessageEvent<ObjectTell>) => {
      this.#hear(data);
    });
    port.addEventListener('close', () => {
      for (const { fail } of this.#readings.values()) fail(new StoreStuck(gone));
    });
    port.start();
  }

  /** An object's bytes. Rejects with {@link StoreStuck} where no other could be read either. */
  async read({ bucket, key, etag, bytes }: ObjectInput): Promise<FetchedEvidence> {
    const number = ++this.#last;
    const body = new Body(bytes);
    const facts = await new Promise<ObjectFacts>((done, fail) => {
      this.#readings.set(number, { body, done, fail });
      this.#ask({ kind: 'get', number, bucket, key, etag, bytes });
    }).finally(() => {
      this.#readings.delete(number);
    });
    const { versionId, metadata } = facts;
    return { ...body.end(), object: { etag: facts.etag, versionId, metadata } };
  }

  #hear(tell: ObjectTell): void {
    const reading = this.#readings.get(tell.number);
    if (reading === undefined) return;
    if (tell.kind === 'problem') {
      const { scope, reason, wayOut } = tell.problem;
      reading.fail(
        scope === 'connection'
          ? new StoreStuck({ reason, wayOut })
          : new Error(`${reason} ${wayOut}`),
      );
      return;
    }
    reading.body.add(tell.bytes);
    if (tell.end === undefined) this.#ask({ kind: 'taken', number: tell.number });
    else reading.done(tell.end);
  }

  #ask(ask: ObjectAsk): void {
    this.#port.postMessage(ask);
  }
}

/** Bytes as they come: in memory while they are few, else as Blobs. */
class Body {
  readonly #isHeld: boolean;
  #parts: Uint8Array<ArrayBuffer>[] = [];
  #bytes = 0;
  readonly #blobs: Blob[] = [];

  constructor(expected: number) {
    this.#isHeld = expected <= maxHeldBytes;
  }

  add(part: Uint8Array<ArrayBuffer>): void {
    this.#parts.push(part);
    this.#bytes += part.length;
    if (this.#bytes >= (this.#isHeld ? maxHeldBytes : blobBytes)) this.#putAway();
  }

  end(): Pick<FetchedEvidence, 'blob' | 'source'> {
    if (this.#blobs.length > 0) {
      this.#putAway();
      const blob = new Blob(this.#blobs);
      return { blob, source: blob };
    }
    const whole = joined(this.#parts, this.#bytes);
    // Each Blob is an object of the browser's process, until this worker's garbage is collected.
    const blob = this.#bytes > maxPackedBytes ? new Blob([whole]) : whole;
    return { blob, source: heldSource(whole) };
  }

  #putAway(): void {
    this.#blobs.push(new Blob(this.#parts));
    this.#parts = [];
    this.#bytes = 0;
  }
}

function joined(parts: readonly Uint8Array<ArrayBuffer>[], length: number): ArrayBuffer {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && only.length === only.buffer.byteLength) {
    return only.buffer;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole.buffer;
}
