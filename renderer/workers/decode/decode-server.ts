import { assert } from '../../core/base/assert.ts';
import {
  maxUntaken,
  weightOf,
  type AskedInput,
  type DecodeAsk,
  type DecodedFile,
  type DecodeTell,
} from './decode.ts';
import {
  EvidenceDecoder,
  loadEvidence,
  type FetchedEvidence,
  type LoadedEvidence,
} from './decode-evidence.ts';
import { blobOf, bytesOf, labelOf, type FileInput, type KnownInput } from '../evidence-input.ts';
import type { ObjectInput, StopReason } from '../ingest/ingest.ts';
import { ObjectReader, StoreStuck } from './object-reader.ts';
import { isSmall, SmallFiles } from './small-files.ts';

const signEveryMs = 1000;
/** So long a disk, or whatever the file lies on, may take; and longer by a second a megabyte. */
const maxWaitMs = 600_000;
const waitMsPerByte = 1000 / 1_000_000;

/** No object can be fetched any more. */
interface Stuck {
  readonly kind: 'stuck';
  readonly problem: StopReason;
}

/** A decoding worker's behaviour, free of `self`: inputs in order, each told file by file. */
export class DecodeServer {
  readonly #post: (tell: DecodeTell, transfer: Transferable[]) => void;
  readonly #smallFiles = new SmallFiles();
  #decoder: EvidenceDecoder | undefined;
  #objects: ObjectReader | undefined;
  #queue: Promise<void> = Promise.resolve();
  #untaken = 0;
  #resume: (() => void) | undefined;
  #number = 0;
  #lastSign = 0;

  constructor(post: (tell: DecodeTell, transfer: Transferable[]) => void) {
    this.#post = post;
  }

  ask(ask: DecodeAsk): void {
    switch (ask.kind) {
      case 'key':
        this.#decoder = new EvidenceDecoder(ask.key, {
          giveSign: () => {
            this.#giveSign();
          },
        });
        this.#objects = ask.objects && new ObjectReader(ask.objects);
        this.#tell({ kind: 'ready' });
        return;
      case 'taken':
        this.#untaken -= ask.weight;
        if (this.#untaken < maxUntaken) this.#resume?.();
        return;
      case 'inputs':
        for (const asked of ask.inputs) {
          // Fetched and hashed at once, while the one before is still in work.
          const loading = loadingOf(this.#load(asked.input));
          this.#queue = this.#queue.then(() => this.#decode(asked, loading));
        }
    }
  }

  async #decode({ number, input, givenUp }: AskedInput, loading: Loading): Promise<void> {
    this.#number = number;
    const tell = (decoded: DecodedFile): Promise<void> => this.#tellFile(number, decoded);
    assert(this.#decoder !== undefined, 'the key comes before the first input');
    const loaded = loading.loaded ?? (await this.#waitFor(loading.end, input));
    if (loaded.kind === 'stuck') {
      this.#tell({ kind: 'stuck', number, problem: loaded.problem });
      return;
    }
    await this.#decoder.decode(labelOf(input), loaded, tell, givenUp);
    this.#tell({ kind: 'end', number });
  }

  async #load(input: KnownInput): Promise<LoadedEvidence | Stuck> {
    if (input.kind === 'unlisted') return { ...input, kind: 'refused' };
    if (input.kind !== 'object' && isSmall(input)) return this.#smallFiles.load(input);
    const fetched = this.#fetch(input);
    const problem = await fetched.then(
      () => undefined,
      (error: unknown) => (error instanceof StoreStuck ? error.problem : undefined),
    );
    return problem === undefined ? loadEvidence(fetched) : { kind: 'stuck', problem };
  }

  async #fetch(input: FileInput | ObjectInput): Promise<FetchedEvidence> {
    if (input.kind !== 'object') {
      const blob = await blobOf(input);
      return { blob, source: blob, bytes: input.bytes, object: undefined };
    }
    if (this.#objects === undefined) throw new StoreStuck(noPort);
    return this.#objects.read(input);
  }

  /** A slow disk is no loop without an end: while it is waited for, signs are given for a long time. */
  async #waitFor<T>(loading: Promise<T>, input: KnownInput): Promise<T> {
    const end = performance.now() + maxWaitMs + bytesOf(input) * waitMsPerByte;
    const timer = setInterval(() => {
      if (performance.now() < end) this.#giveSign();
    }, signEveryMs);
    try {
      return await loading;
    } finally {
      clearInterval(timer);
    }
  }

  #giveSign(): void {
    const now = performance.now();
    if (now - this.#lastSign < signEveryMs) return;
    this.#lastSign = now;
    this.#tell({ kind: 'sign', number: this.#number });
  }

  /** At once: in a list, a file that never ends would keep back what was told of those before it. */
  #tell(tell: DecodeTell): void {
    this.#post(tell, buffersOf(tell));
  }

  async #tellFile(number: number, file: DecodedFile): Promise<void> {
    this.#untaken += weightOf(file);
    this.#tell({ kind: 'file', number, file });
    if (this.#untaken < maxUntaken) return;
    await new Promise<void>((resolve) => (this.#resume = resolve));
    this.#resume = undefined;
  }
}

/** An input that is being fetched. */
interface Loading {
  readonly end: Promise<LoadedEvidence | Stuck>;
  /** Set once it is there. */
  loaded: LoadedEvidence | Stuck | undefined;
}

function loadingOf(end: Loading['end']): Loading {
  const loading: Loading = { end, loaded: undefined };
  void end.then((loaded) => (loading.loaded = loaded));
  return loading;
}

const noPort: StopReason = {
  reason: 'Too many readers were lost over damaged files: this one has no way to the store.',
  wayOut: 'Import the same prefix again: what is complete is not fetched twice.',
};

/** Columns of fewer events are copied sooner than they change hands. */
const fewEvents = 256;

/** What can change hands instead of being copied. */
function buffersOf(tell: DecodeTell): Transferable[] {
  const built = tell.kind === 'file' ? tell.file.built : undefined;
  if (built === undefined || built.columns.length < fewEvents) return [];
  const { time, text, flags, eventId, contentHash, source, recordIndex, offset, byteLength } =
    built.columns;
  const arrays = [time, flags, eventId, contentHash, source, recordIndex, offset, byteLength];
  return [...arrays, ...Object.values(text)].map(({ buffer }) => buffer as ArrayBuffer);
}
